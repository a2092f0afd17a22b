revoke select on shop.lent from current_user;
