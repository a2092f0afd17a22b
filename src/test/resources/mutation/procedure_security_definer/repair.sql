alter procedure shop.clean(integer) security invoker;
