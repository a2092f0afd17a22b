-- Kind 2: the CREATE TABLE IF NOT EXISTS script that the guides show, without status, channel and metadata; varchar, no defaults.
create extension if not exists "uuid-ossp";
create table if not exists profiles (
  id uuid primary key references auth.users(id),
  email varchar(255) unique not null,
  full_name varchar(255),
  avatar_url text,
  role varchar(50) default 'user' check (role in ('user', 'admin', 'agent')),
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);
create table if not exists conversations (
  id uuid primary key default uuid_generate_v4(),
  conversation_id varchar(255) not null,
  user_id uuid references profiles(id),
  session_id varchar(255),
  role varchar(20) not null check (role in ('user', 'assistant', 'system')),
  content text not null,
  created_at timestamp default now()
);
create table if not exists messages (
  id uuid primary key default uuid_generate_v4(),
  conversation_id varchar(255) not null,
  parent_message_id uuid references messages(id),
  sender_type varchar(50) not null,
  sender_id varchar(255),
  content text not null,
  message_type varchar(50),
  metadata json,
  created_at timestamptz
);
create table if not exists leads (
  id uuid primary key default uuid_generate_v4(),
  name varchar(255) not null,
  email varchar(255) not null,
  phone varchar(50),
  company varchar(255),
  status text default 'received' check (status in ('received', 'contacted', 'qualified', 'converted', 'lost', 'new')),
  lead_score bigint,
  services_interested jsonb,
  budget_range varchar(100),
  notes text,
  assigned_to uuid references profiles(id),
  created_at timestamptz default now()
);
create index idx_leads_status on leads(status);
create index idx_leads_email on leads(email);
create index idx_conversations_conversation_id on conversations(conversation_id);
create index idx_conversations_created_at on conversations(created_at desc);
create or replace function update_updated_at_column() returns trigger as $$
begin
  new.updated_at = now();
  return new;
end;
$$ language plpgsql;
create trigger update_profiles_updated_at before update on profiles for each row execute function update_updated_at_column();
alter table profiles enable row level security;
create policy "Users can view own profile" on profiles for select using (auth.uid() = id);
create policy "Enable insert for all users" on leads for insert with check (true);
create view lead_analytics as select id, name from leads;
drop view lead_analytics;

insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
insert into profiles (id, email, role) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org', null);
insert into conversations (id, conversation_id, user_id, role, content, created_at)
values ('c0000000-0000-0000-0000-000000000001', 'conv-1', '00000000-0000-0000-0000-0000000000a1', 'user', 'hello', '2024-05-01 10:00');
insert into messages (id, conversation_id, sender_type, content) values ('30000000-0000-0000-0000-000000000001', 'conv-1', 'user', 'm');
insert into leads (name, email, status, lead_score, services_interested, assigned_to)
values ('Lee', 'lee@example.org', 'contacted', 55, '["seo", "ads"]', '00000000-0000-0000-0000-0000000000a1'), ('Moe', 'moe@example.org', null, null, null, null);
