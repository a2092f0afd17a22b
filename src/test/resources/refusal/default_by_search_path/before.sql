-- A default that finds its table by the search_path, of which the function at sign-up has none.
create table public.profiles (id uuid primary key references auth.users (id) on delete cascade, email text not null);
create table public.extra_counter (n int); insert into public.extra_counter values (1);
create function public.extra_next() returns int language plpgsql as $$ begin update extra_counter set n = n + 1; return (select n from extra_counter); end $$;
alter table public.profiles add column extra_number int default public.extra_next();
