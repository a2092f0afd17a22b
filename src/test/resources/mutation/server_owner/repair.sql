alter server mill owner to postgres;
