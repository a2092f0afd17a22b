create table public.profiles (id uuid primary key references auth.users on delete cascade, email text, full_name text, role text default 'user');
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer default 0);
-- A user sets the metadata that becomes the role.
create function public.extra_sync() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.profiles set full_name = new.raw_user_meta_data ->> 'full_name', role = coalesce(new.raw_user_meta_data ->> 'role', 'user') where id = new.id;
  return new; end $$;
create trigger extra_sync after update on auth.users for each row execute function public.extra_sync();
-- A row that anybody may write becomes one that they may not.
create table public.role_requests (id bigint generated always as identity primary key, user_id uuid default auth.uid(), role text);
create function public.extra_grant() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.profiles set role = new.role where id = new.user_id; return new; end $$;
create trigger extra_grant after insert on public.role_requests for each row execute function public.extra_grant();
-- Harmless: nobody is let in by a policy, and a copy with the caller's rights.
create table public.imports (name text, email text, score integer);
alter table public.imports enable row level security;
create function public.extra_import() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.leads (name, email, lead_score) values (new.name, new.email, new.score); return new; end $$;
create trigger extra_import after insert on public.imports for each row execute function public.extra_import();
create table public.notes (email text);
create function public.extra_note() returns trigger language plpgsql as $$ begin insert into public.leads (name, email) values ('', new.email); return new; end $$;
create trigger extra_note after insert on public.notes for each row execute function public.extra_note();
