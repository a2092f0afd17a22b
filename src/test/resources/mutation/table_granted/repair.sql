revoke delete on shop.customers from public;
