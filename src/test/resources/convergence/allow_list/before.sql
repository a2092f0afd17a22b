-- Kind 2, where only some may sign up, and have a profile: a sign-up is tried with a user like one who is there.
create function public.extra_allow() returns trigger language plpgsql as $$ begin
  if new.email not like '%@example.org' then raise exception 'not on the list'; end if;
  return new; end $$;
create trigger extra_allow before insert on auth.users for each row execute function public.extra_allow();
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text);
create trigger extra_allow before insert on public.profiles for each row execute function public.extra_allow();
