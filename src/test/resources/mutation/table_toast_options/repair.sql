alter table shop.customers reset (toast.autovacuum_enabled);
