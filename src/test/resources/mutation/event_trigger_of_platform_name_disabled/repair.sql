alter event trigger pgrst_drop_watch enable;
