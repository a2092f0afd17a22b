-- Kind 1, where only some may sign up: a user of ours cannot be tried, which is a warning.
create function public.extra_allow() returns trigger language plpgsql as $$ begin
  if new.email not like '%@example.org' then raise exception 'not on the list'; end if;
  return new; end $$;
create trigger extra_allow before insert on auth.users for each row execute function public.extra_allow();
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
