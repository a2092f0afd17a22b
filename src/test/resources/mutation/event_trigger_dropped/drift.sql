drop event trigger mutation_watch;
