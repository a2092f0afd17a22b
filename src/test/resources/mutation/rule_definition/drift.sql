create or replace rule keep_audit as on delete to shop.audit where old.kept do instead nothing;
