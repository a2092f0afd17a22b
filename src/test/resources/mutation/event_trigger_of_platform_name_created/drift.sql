create event trigger pgrst_ddl_watch on ddl_command_end execute function spare.watch();
