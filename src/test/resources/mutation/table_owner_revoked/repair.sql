grant update on shop.audit to postgres;
