-- 100,000 rows in every table: 1,000 users, 10,000 conversations of ten rows each, a tenth of the messages replies, documents with
-- a rare key. As a replica, for triggers and foreign keys would take most of the time.
set session_replication_role = replica;

insert into public.profiles (id, email)
select lpad(i::text, 32, '0')::uuid, i || '@example.org' from generate_series(1, 100000) as i;

insert into public.conversations (conversation_id, user_id, role, content, metadata, created_at)
select 'c' || i % 10000, lpad((i % 1000)::text, 32, '0')::uuid, 'user', 'x',
  jsonb_build_object('k', i % 2000), now() - i * interval '1 minute'
from generate_series(1, 100000) as i;

insert into public.messages (id, conversation_id, parent_message_id, sender_type, content, metadata, created_at)
select lpad(i::text, 32, '0')::uuid, 'c' || i % 10000, case when i % 10 = 0 then lpad((i / 100)::text, 32, '0')::uuid end,
  'user', 'x', jsonb_build_object('k', i % 2000), now() - i * interval '1 minute'
from generate_series(1, 100000) as i;

insert into public.leads (name, email, status, assigned_to, metadata, created_at)
select 'n', i || '@example.org', (enum_range(null::public.lead_status))[1 + i % 5],
  case when i % 2 = 0 then lpad((i % 1000)::text, 32, '0')::uuid end,
  jsonb_build_object('k', i % 2000), now() - i * interval '1 minute'
from generate_series(1, 100000) as i;

insert into public.workflow_executions (
  id, conversation_id, workflow_type, current_state, initiated_by, workflow_config, results, created_at)
select lpad(i::text, 32, '0')::uuid, 'c' || i % 10000, 't' || i % 20,
  (array['pending', 'running', 'completed', 'failed'])[1 + i % 4], lpad((i % 1000)::text, 32, '0')::uuid,
  jsonb_build_object('k', i % 2000), jsonb_build_object('k', i % 2000), now() - i * interval '1 minute'
from generate_series(1, 100000) as i;

insert into public.agent_messages (
  workflow_execution_id, agent_name, message_type, content, tool_calls, context_data, created_at)
select lpad((i % 10000)::text, 32, '0')::uuid, 'n', 'input', 'x',
  jsonb_build_array(jsonb_build_object('name', 'f' || i % 2000)), jsonb_build_object('k', i % 2000),
  now() - i * interval '1 minute'
from generate_series(1, 100000) as i;

insert into public.shared_memory (conversation_id, memory_key, memory_value, scope, metadata, last_accessed_at)
select 'c' || i % 10000, 'k' || i, jsonb_build_object('k', i % 2000),
  (array['workflow', 'session', 'global', 'agent'])[1 + i % 4],
  jsonb_build_object('k', i % 2000), now() - i * interval '1 minute'
from generate_series(1, 100000) as i;
