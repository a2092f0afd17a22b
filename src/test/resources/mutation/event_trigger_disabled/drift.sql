alter event trigger mutation_watch disable;
