revoke usage on type shop.size from public;
