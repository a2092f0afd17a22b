create or replace rule keep_audit as on delete to shop.audit do instead nothing;
