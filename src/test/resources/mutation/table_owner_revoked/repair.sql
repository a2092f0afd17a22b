grant all on shop.audit to postgres;
