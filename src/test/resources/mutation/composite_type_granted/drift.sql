revoke usage on type shop.pair from public;
