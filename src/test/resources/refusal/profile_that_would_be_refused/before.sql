-- Nobody had a profile at sign-up, so that no sign-up failed over what a deferred trigger asks of a profile.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text, tenant text not null default 't');
create table public.tenants (id text primary key);
create function public.ask() returns trigger language plpgsql as $$ begin
  if not exists (select from public.tenants where id = new.tenant) then raise exception 'no tenant %', new.tenant; end if; return null; end $$;
create constraint trigger ask after insert or update on public.profiles deferrable initially deferred for each row execute function public.ask();
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
