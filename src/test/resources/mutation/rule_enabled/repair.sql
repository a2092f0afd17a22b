alter table shop.audit enable rule keep_audit;
