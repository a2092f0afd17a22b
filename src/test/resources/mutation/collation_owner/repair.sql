alter collation shop.exact owner to postgres;
