drop event trigger pgrst_ddl_watch;
