alter procedure shop.clean(integer) owner to postgres;
