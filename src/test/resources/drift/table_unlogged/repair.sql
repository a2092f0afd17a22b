alter table public.agent_messages set logged;
