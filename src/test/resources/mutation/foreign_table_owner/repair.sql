alter foreign table spare.crates owner to postgres;
