comment on rule keep_audit on shop.audit is 'For ever';
