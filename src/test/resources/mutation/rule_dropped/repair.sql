create rule keep_audit as on delete to shop.audit do instead nothing;
comment on rule keep_audit on shop.audit is 'For ever';
