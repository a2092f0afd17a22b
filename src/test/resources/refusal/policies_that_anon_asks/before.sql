-- Anon reads the posts, and could not any more: the policy asks a table that is none of anon's after the run.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text, role text default 'user');
create table public.posts (id serial primary key, title text, published boolean default true);
alter table public.posts enable row level security;
create policy extra_read on public.posts for select
  using (published or exists (select from public.profiles where profiles.id = auth.uid() and profiles.role = 'admin'));
-- The same through a function.
create table public.pages (id serial primary key, published boolean);
alter table public.pages enable row level security;
create function public.extra_admin() returns boolean language sql stable as $$
  select exists (select from public.profiles where id = auth.uid() and role = 'admin') $$;
create policy extra_read on public.pages for select to anon, authenticated using (published or public.extra_admin());
-- Harmless: not for anon, by a function with rights of its own, where no policy is asked, and of a table that anon may not touch.
create table public.drafts (id serial primary key);
alter table public.drafts enable row level security;
create policy extra_drafts on public.drafts for all to authenticated using (exists (select from public.profiles where profiles.id = auth.uid()));
create function public.extra_is_admin() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.profiles where id = auth.uid() and role = 'admin') $$;
create policy extra_admins on public.posts for delete using (public.extra_is_admin());
create table public.open_posts (id serial primary key);
create policy extra_unused on public.open_posts using (exists (select from public.profiles));
create table public.closed (id serial primary key);
alter table public.closed enable row level security;
create policy extra_closed on public.closed using (exists (select from public.profiles));
grant select on public.profiles, public.posts, public.pages, public.drafts, public.open_posts to anon, authenticated;
revoke all on public.closed from anon;
