create event trigger mutation_watch on ddl_command_start when tag in ('CREATE SUBSCRIPTION') execute function spare.watch();
comment on event trigger mutation_watch is 'Not without us';
