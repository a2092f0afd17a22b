-- Times whose default says that they are of UTC, in a database that writes others in Tokyo's; texts within JSON; no times yet.
do $$ begin execute format('alter database %I set timezone = ''Asia/Tokyo''', current_database()); end $$;
create table public.leads (
  id uuid primary key default gen_random_uuid(), name json not null, email jsonb not null,
  created_at timestamp default timezone('utc'::text, now()), updated_at timestamp default (now() at time zone 'UTC'));
insert into public.leads (name, email, created_at, updated_at) values
  ('"Lee"', '"lee@example.org"', '2025-07-01 12:00', '2025-07-02 12:00'), ('{"first": "Bo"}', '"bo@example.org"', null, null);
create table public.messages (id uuid primary key, conversation_id text not null, sender_type text not null, content text not null, created_at timestamp default now());
