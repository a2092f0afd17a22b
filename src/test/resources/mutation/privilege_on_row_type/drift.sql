revoke usage on type shop.customers from public;
