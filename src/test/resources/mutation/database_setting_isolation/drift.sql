do $$ begin execute format('alter database %I set default_transaction_isolation = serializable', current_database()); end $$;
