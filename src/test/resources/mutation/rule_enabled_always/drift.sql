alter table shop.audit enable always rule keep_audit;
