drop rule keep_audit on shop.audit;
