alter type shop.shift owner to postgres;
