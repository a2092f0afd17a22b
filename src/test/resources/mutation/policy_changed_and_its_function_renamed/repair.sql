alter function shop.may_see() rename to may_read;
alter policy may on shop.months using (shop.may_read());
