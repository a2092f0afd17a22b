alter schema shop owner to postgres;
alter function shop.plain(integer) owner to postgres;
