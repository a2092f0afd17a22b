alter event trigger mutation_watch enable;
