-- What the run cannot judge: what the project's own code makes of other types, other rights, and another owner.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text, role text);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, status text default 'received');
create function public.extra_count(p text) returns bigint language sql stable as $$ select count(*) from public.leads as l where l.status = p $$;
create table public.extra_posts (id integer primary key, author uuid);
alter table public.extra_posts enable row level security;
create policy extra_shown on public.extra_posts for select to authenticated
  using (exists (select from public.profiles as p where p.id = author and p.role = 'editor'));
create policy extra_own on public.extra_posts for delete to authenticated
  using (exists (select from public.profiles where profiles.id = auth.uid() and profiles.role = 'editor'));
create function public.extra_note() returns trigger language plpgsql as $$ begin
  insert into public.leads (name, email) values ('', ''); return new; end $$;
create trigger extra_note after insert on public.extra_posts for each row execute function public.extra_note();
create function public.extra_look() returns trigger language plpgsql as $$ begin
  perform from public.profiles as p where p.id = new.assigned_to; return new; end $$;
create trigger extra_look after update on public.leads for each row execute function public.extra_look();
insert into public.leads (name, email) values ('Lee', 'l@example.org');
