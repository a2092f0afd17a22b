-- Rows whose numbers are known. The last 30 days begin 30 days before the transaction, to the microsecond.
insert into auth.users (id, email) values
  ('00000000-0000-0000-0000-00000000000a', 'a@example.org'),
  ('00000000-0000-0000-0000-00000000000b', 'b@example.org');

insert into public.leads (name, email, status, lead_score, created_at) values
  ('now', 'e', 'received', 0, now()),
  ('at the edge', 'e', 'received', 15, now() - interval '30 days'),
  ('past the edge', 'e', 'received', 0, now() - interval '30 days 1 microsecond'),
  ('lost, long ago', 'e', 'lost', 100, now() - interval '1 year'),
  ('converted', 'e', 'converted', 33, now() - interval '29 days'),
  ('converted', 'e', 'converted', 34, now() - interval '1 day');

insert into public.workflow_executions (conversation_id, workflow_type, current_state, created_at, started_at, completed_at) values
  ('w', 'triage', 'completed', now(), now() - interval '1 hour', now()),
  ('w', 'triage', 'completed', now() - interval '30 days', now() - interval '2 hours', now()),
  ('w', 'triage', 'completed', now() - interval '30 days 1 microsecond', now() - interval '9 hours', now()),
  ('w', 'triage', 'completed', now(), null, now()),
  ('w', 'triage', 'failed', now(), now() - interval '10 minutes', now()),
  ('w', 'triage', 'pending', now(), now(), null),
  ('w', 'search', 'completed', now(), now() - interval '30 seconds', now()),
  ('w', 'search', 'pending', now() - interval '31 days', now(), null),
  ('w', 'search', 'the engine''s own word', now(), now(), null);

-- Midnight UTC parts the days. Conversation c begins on the web and goes on by mobile: its messages count for mobile.
insert into public.conversations (conversation_id, user_id, role, content, channel, created_at) values
  ('c', '00000000-0000-0000-0000-00000000000a', 'user', 'x', 'web', '2026-03-01 00:00:00Z'),
  ('c', '00000000-0000-0000-0000-00000000000a', 'assistant', 'x', 'web', '2026-03-01 23:59:59.999999Z'),
  ('c', '00000000-0000-0000-0000-00000000000a', 'user', 'x', 'mobile', '2026-03-02 00:00:00Z'),
  ('d', '00000000-0000-0000-0000-00000000000a', 'user', 'x', 'web', '2026-03-01 12:00:00Z'),
  ('e', '00000000-0000-0000-0000-00000000000b', 'user', 'x', 'web', '2026-03-01 12:00:00Z'),
  ('nobody', null, 'user', 'x', 'api', '2026-03-01 12:00:00Z');
insert into public.messages (conversation_id, sender_type, content, created_at) values
  ('c', 'user', 'x', '2026-03-01 12:00:00Z'),
  ('c', 'agent', 'x', '2026-03-02 12:00:00Z'),
  ('e', 'user', 'x', '2026-03-01 23:59:59.999999Z'),
  ('e', 'agent', 'x', '2026-03-03 00:00:00Z'),
  ('nobody', 'user', 'x', '2026-03-01 12:00:00Z'),
  ('without any row', 'user', 'x', '2026-03-01 12:00:00Z');
