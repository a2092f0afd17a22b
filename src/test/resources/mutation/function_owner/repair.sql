alter function shop.plain(integer) owner to postgres;
