alter schema shop owner to postgres;
