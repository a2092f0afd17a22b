alter aggregate shop.total(integer) owner to postgres;
