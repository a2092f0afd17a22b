do $$ begin execute 'alter type mood add value ''bad'''; end $$;
