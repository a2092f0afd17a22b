alter foreign data wrapper far owner to postgres;
