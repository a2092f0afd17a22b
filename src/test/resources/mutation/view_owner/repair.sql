alter view shop.writable owner to postgres;
