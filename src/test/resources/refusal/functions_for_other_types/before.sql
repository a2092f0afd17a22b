-- A function of the language SQL must return what it says: its text does not compile any more once the column is of another type.
create type public.user_role as enum ('user', 'admin');
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role public.user_role not null default 'user');
create table public.conversations (id bigserial primary key, conversation_id text not null, user_id uuid, role text not null, content text not null);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, status text default 'received');
create function public.get_my_role() returns public.user_role language sql stable as $$ select role from profiles where id = auth.uid() $$;
create function public.extra_role(u uuid) returns public.user_role language sql stable as $$
  select coalesce((select p."role" from public.profiles as p where p.id = u), 'user') $$;
create function public.extra_last() returns setof bigint language sql stable as $$ select c.id from public.conversations as c order by 1 desc $$;
create table public.notes (id bigint primary key);
alter table public.notes enable row level security;
create policy extra_read on public.notes for select to authenticated using (public.get_my_role() = 'admin');
-- Harmless: with a cast that is right before and after, as a text, as a number of rows, and of a language that converts.
create function public.extra_cast() returns public.user_role language sql stable as $$ select role::text::public.user_role from profiles where id = auth.uid() $$;
create function public.extra_status() returns text language sql stable as $$ select status from leads $$;
create function public.extra_count() returns bigint language sql stable as $$ select count(id) from conversations where id is not null $$;
create function public.extra_plpgsql() returns public.user_role language plpgsql stable as $$ begin return (select role from profiles where id = auth.uid()); end $$;
