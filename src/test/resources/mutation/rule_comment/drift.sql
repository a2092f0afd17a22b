comment on rule keep_audit on shop.audit is null;
