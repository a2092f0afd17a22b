-- Drafts. Schema plumbline, which is ours alone, gets the tables as they must become: the one place where they are written
-- down. A later script compares public with them, alters what differs or makes what is absent, and drops them.
-- So an empty database and an old one go the same way, and a run that is refused has touched nothing outside plumbline.
-- The drops: a run may have ended half-way, and its history been deleted.
drop table if exists plumbline.profiles, plumbline.conversations, plumbline.messages, plumbline.leads,
  plumbline.workflow_executions, plumbline.agent_messages, plumbline.shared_memory, plumbline.users, plumbline.ours, plumbline.secret,
  plumbline.quiet_triggers cascade;
drop type if exists plumbline.lead_status, plumbline.conversion cascade;

-- The stages of a lead, in the order in which it passes them: sorting by status sorts by progress.
create type plumbline.lead_status as enum ('received', 'contacted', 'qualified', 'converted', 'lost');

comment on type plumbline.lead_status is 'Stage of a lead, in order of progress';

-- What is ours in public, tables in the order in which they refer to each other.
create table plumbline.ours (
  position integer primary key,
  name name not null unique,
  kind "char" not null
);
insert into plumbline.ours (position, name, kind) values
  (1, 'profiles', 'r'),
  (2, 'conversations', 'r'),
  (3, 'messages', 'r'),
  (4, 'leads', 'r'),
  (5, 'workflow_executions', 'r'),
  (6, 'agent_messages', 'r'),
  (7, 'shared_memory', 'r'),
  (8, 'lead_funnel', 'v'),
  (9, 'workflow_performance', 'v'),
  (10, 'conversation_activity', 'v');

-- Stands for auth.users in the drafts, so that these do not touch it.
create table plumbline.users (id uuid primary key);

-- What the drafts say, in the words of public.
create or replace function plumbline.in_public(definition text) returns text
language sql immutable
return pg_catalog.replace(pg_catalog.replace(definition, 'plumbline.users', 'auth.users'), 'plumbline.', 'public.');
