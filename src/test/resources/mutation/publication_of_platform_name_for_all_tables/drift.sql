create publication supabase_realtime for all tables;
