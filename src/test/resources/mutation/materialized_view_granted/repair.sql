revoke select on shop.daily from public;
