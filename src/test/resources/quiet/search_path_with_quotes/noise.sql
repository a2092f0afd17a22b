do $$ begin execute format('alter database %I set search_path = "$user", public, extensions', current_database()); end $$;
set quote_all_identifiers = on;
do $$ begin execute format('alter database %I set search_path = "$user", "public", "extensions"', current_database()); end $$;
