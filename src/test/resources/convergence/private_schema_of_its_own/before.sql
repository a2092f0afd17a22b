-- Kind 2, with a schema private, as Supabase's documentation recommends for functions that policies call. It is none of our business.
create schema private;
comment on schema private is 'Not exposed';
grant usage on schema private to authenticated, service_role;
create table private.secrets (id bigint generated always as identity primary key, name text unique, updated_at timestamptz);
grant select, insert on private.secrets to service_role;
create function private.is_admin() returns boolean language sql stable security definer set search_path = '' as 'select false';
grant execute on function private.is_admin() to anon;
create function private.set_updated_at() returns trigger language plpgsql as $$ begin new.updated_at = now(); return new; end $$;
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, updated_at timestamptz);
create trigger touch before update on public.leads for each row execute function private.set_updated_at();
create table public.extra_note (id bigint primary key);
create policy extra_read on public.extra_note for select to authenticated using ((select private.is_admin()));
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null);
create function private.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.profiles (id, email) values (new.id, new.email); return new; end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function private.handle_new_user();
