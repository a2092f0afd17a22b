alter table shop.keyed drop constraint keyed_pkey;
alter table shop.keyed alter column id set not null;
