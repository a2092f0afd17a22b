create table public.leads (
  id uuid primary key default gen_random_uuid(), name text not null, email text not null,
  created_at timestamp default timezone('Europe/Berlin', now()), updated_at timestamp default (now() at time zone 'Asia/Tokyo'));
insert into public.leads (name, email) values ('a', 'a@x');
