-- A label that is there cannot be dropped.
delete from pg_enum where enumlabel = 'huge' and enumtypid = 'shop.room'::regtype;
alter type shop.room rename value 'tiny' to 'small';
