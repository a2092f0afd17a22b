alter table shop.customers set (toast.autovacuum_enabled = false);
