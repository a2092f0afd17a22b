alter function shop.may_look() security invoker;
alter function shop.may_look() rename to may_read;
