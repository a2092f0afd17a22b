alter type shop.size owner to postgres;
