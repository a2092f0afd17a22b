alter user mapping for mutation_reader server mill options (set password 'another one');

alter role mutation_reader set "app.api_key" = 'another one';

do $$ begin execute format('alter database %I set "app.jwt_secret" = ''another one''', current_database()); end $$;
