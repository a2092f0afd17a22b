revoke select (score) on shop.customers from public;
