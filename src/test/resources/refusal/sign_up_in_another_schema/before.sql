-- Who migrates does not own auth.users, and a trigger there goes with its function only; but the schema private is not ours.
create schema private;
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null);
create function private.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.profiles (id, email) values (new.id, new.email); return new; end $$;
create trigger welcome after insert on auth.users for each row execute function private.handle_new_user();
