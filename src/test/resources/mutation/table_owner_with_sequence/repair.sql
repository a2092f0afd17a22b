alter table shop.orders owner to postgres;
