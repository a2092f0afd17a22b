-- What the project requires of its own columns, and our inserts do not know.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, region text,
  constraint leads_region_check check (region is not null));
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, role text not null, content text not null,
  slug text not null default '' constraint one_slug unique);
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text, sender_type text, content text,
  number integer default 1, exclude (number with =));
