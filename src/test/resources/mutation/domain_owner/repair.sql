alter domain shop.percent owner to postgres;
