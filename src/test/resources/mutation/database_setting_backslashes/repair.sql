set standard_conforming_strings = on;
do $$ begin execute format('alter database %I reset standard_conforming_strings', current_database()); end $$;
