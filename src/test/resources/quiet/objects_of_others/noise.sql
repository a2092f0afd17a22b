create schema quiet_theirs authorization anon;

create publication supabase_realtime;

create publication supabase_realtime_messages_publication;
