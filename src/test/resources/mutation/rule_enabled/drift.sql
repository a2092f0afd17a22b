alter table shop.audit disable rule keep_audit;
