comment on event trigger mutation_watch is 'Not without us';
