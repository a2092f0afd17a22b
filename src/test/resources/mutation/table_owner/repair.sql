alter table shop.audit owner to postgres;
