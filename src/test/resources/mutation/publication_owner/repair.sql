alter publication whole owner to postgres;
