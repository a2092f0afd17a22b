create table public.one (id integer);
do $$ begin raise notice 'with the password hidden-word'; end $$;
