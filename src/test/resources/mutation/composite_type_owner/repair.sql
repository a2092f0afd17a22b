alter type shop.pair owner to postgres;
