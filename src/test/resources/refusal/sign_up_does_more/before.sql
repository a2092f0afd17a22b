-- Functions whose triggers would give way to ours, and what they do besides would be lost: nothing of it may be missed.
create table public.profiles (id uuid primary key, email text, username text);
create table public.users (id uuid primary key);
create function public.create_workspace(u uuid) returns uuid language sql as 'select u';
create function public.handle_new_user() returns trigger language plpgsql security definer as $$
begin
  insert into public.users (id) values (new.id);
  return new;
end $$;
create trigger on_auth_user_created after insert on auth.users for each row execute function public.handle_new_user();
create function public.two_inserts() returns trigger language plpgsql security definer as $$
begin
  insert into public.profiles (id, email) values (new.id, new.email);
  insert into public.users (id) values (new.id);
  return new;
end $$;
create trigger two_inserts after insert on auth.users for each row execute function public.two_inserts();
create function public.assignment() returns trigger language plpgsql security definer as $$
declare workspace uuid;
begin
  insert into public.profiles (id, email) values (new.id, new.email);
  workspace := public.create_workspace(new.id);
  return new;
end $$;
create trigger assignment after insert on auth.users for each row execute function public.assignment();
create function public.gate() returns trigger language plpgsql security definer as $$
begin
  if new.email not like '%@example.org' then raise exception 'not on the list'; end if;
  insert into public.profiles (id, email) values (new.id, new.email);
  return new;
end $$;
create trigger gate after insert on auth.users for each row execute function public.gate();
create function public.upsert() returns trigger language plpgsql security definer as $$
begin
  insert into public.profiles (id, email) values (new.id, new.email) on conflict (id) do update set email = excluded.email;
  return new;
end $$;
create trigger upsert after insert or update of email on auth.users for each row execute function public.upsert();
create trigger upsert_with_email after insert on auth.users for each row when (new.email is not null) execute function public.upsert();
create function public.username() returns trigger language plpgsql security definer as $$
begin
  insert into public.profiles (id, email, username) values (new.id, new.email, new.raw_user_meta_data ->> 'username');
  return new;
end $$;
create trigger username after insert on auth.users for each row execute function public.username();
create function public.nickname() returns trigger language plpgsql security definer as $$
begin
  insert into public.profiles (id, email, full_name) values (new.id, new.email, coalesce(new.raw_user_meta_data ->> 'full_name', 'nobody'));
  return new;
end $$;
create trigger nickname after insert on auth.users for each row execute function public.nickname();
create function public.called() returns trigger language plpgsql security definer as $$
begin insert into profiles (id, email) values (public.create_workspace(new.id), new.email); return new; end $$;
create trigger called after insert on auth.users for each row execute function public.called();
create trigger switched_off after insert on auth.users for each row execute function public.username();
alter table auth.users disable trigger switched_off;
