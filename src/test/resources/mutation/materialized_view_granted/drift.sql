grant select on shop.daily to public;
