-- What a reader of texts may take for something else.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role text not null default 'user');
create function public.extra_last() returns setof text language sql security definer set search_path = '' as $$ select name from generate_series(1, 1) as g (x), public.leads $$;
create function public.extra_in_brackets() returns setof text language sql security definer set search_path = public as $$ select (select max(name) from generate_series(1, 1), leads) $$;
create function public.extra_is_not_null() returns setof public.profiles language sql security definer set search_path = '' as $$ select * from public.profiles where id = auth.uid() is not null $$;
create function public.extra_escape() returns setof text language sql security definer set search_path = '' as $$ select name from public.U&"l\0065ads" $$;
create function public.extra_nested() returns setof text language sql security definer set search_path = '' as $$ select /* /* nested */ ' */ name from public.leads where name <> ' ' $$;
create function public.extra_dollars() returns setof text language sql security definer set search_path = '' as $$ select $x$'$x$ || name from public.leads where name <> $x$'$x$ $$;
-- In schemas where people put things without a thought.
create view extensions.extra_leads as select * from public.leads;
grant usage on schema extensions to anon;
grant select on extensions.extra_leads to anon;
create function extensions.extra_all() returns setof public.leads language sql security definer set search_path = '' as 'select * from public.leads';
-- Harmless: such texts without a name of ours.
create function public.extra_quote() returns text language sql security definer set search_path = '' as $$ select $x$'$x$ /* /* a */ */ $$;
