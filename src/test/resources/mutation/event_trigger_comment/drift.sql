comment on event trigger mutation_watch is null;
