-- Triggers fire in the order of their names: the second finds the profile that the first has made, and would not find ours.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text, username text);
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  insert into public.profiles (id, email) values (new.id, new.email); return new; end $$;
create trigger a_new_user after insert on auth.users for each row execute function public.handle_new_user();
create function public.set_username() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  update public.profiles set username = split_part(new.email, '@', 1) where id = new.id; return new; end $$;
create trigger add_username after insert on auth.users for each row execute function public.set_username();
