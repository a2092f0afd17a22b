alter table shop.audit drop constraint audit_check;
drop function shop.never(text);
