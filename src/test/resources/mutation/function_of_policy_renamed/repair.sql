alter function shop.may_see() rename to may_read;
