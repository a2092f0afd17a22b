grant select on shop.lent to current_user;
