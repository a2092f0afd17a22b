create table public.agent_messages (
  id uuid not null default gen_random_uuid(),
  workflow_execution_id uuid not null,
  agent_name text not null,
  message_type text not null,
  content text not null,
  status text not null default 'pending',
  tool_calls jsonb not null default '[]',
  context_data jsonb not null default '{}',
  error_details text,
  processed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint agent_messages_pkey primary key (id),
  constraint agent_messages_workflow_execution_id_fkey
    foreign key (workflow_execution_id) references public.workflow_executions (id) on delete cascade,
  constraint agent_messages_message_type_check
    check (message_type in ('input', 'output', 'system', 'error', 'tool_call')),
  constraint agent_messages_status_check check (status in ('pending', 'processing', 'completed', 'failed')),
  constraint agent_messages_tool_calls_check check (jsonb_typeof(tool_calls) = 'array'),
  constraint agent_messages_context_data_check check (jsonb_typeof(context_data) = 'object')
);
alter table public.agent_messages enable row level security;
comment on table public.agent_messages is 'What agents read and wrote during a workflow';
comment on column public.agent_messages.tool_calls is 'JSON array, one element per call';
create index agent_messages_workflow_execution_id_created_at_idx
  on public.agent_messages (workflow_execution_id, created_at);
create index agent_messages_tool_calls_idx on public.agent_messages using gin (tool_calls);
create index agent_messages_context_data_idx on public.agent_messages using gin (context_data);
create or replace trigger agent_messages_set_updated_at before update on public.agent_messages
  for each row execute function agentflow.set_updated_at();
alter table public.agent_messages enable row level security;
create policy agent_messages_select on public.agent_messages for select to authenticated
  using (
    exists (
      select 1 from public.workflow_executions as w
      where w.id = agent_messages.workflow_execution_id and w.initiated_by = (select auth.uid()))
    or (select agentflow.is_admin()));
revoke all on public.agent_messages from public, anon, authenticated, service_role;
grant select, insert, update, delete on public.agent_messages to service_role;
grant select on public.agent_messages to authenticated;
