alter event trigger mutation_watch owner to postgres;
