alter table shop.audit drop constraint audit_shelf_fkey;
drop table shop.shelves;
