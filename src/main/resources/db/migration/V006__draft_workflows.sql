-- Runs of agent workflows and what the agents said in them. Both are written by the service role alone.
create table plumbline.workflow_executions (
  id uuid not null default gen_random_uuid(),
  conversation_id text not null,
  workflow_type text not null,
  current_state text not null default 'pending',
  current_step text,
  participating_agents text[],
  initiated_by uuid,
  workflow_config jsonb not null default '{}',
  execution_plan jsonb not null default '{}',
  results jsonb not null default '{}',
  error_message text,
  started_at timestamptz default now(),
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint workflow_executions_pkey primary key (id),
  constraint workflow_executions_initiated_by_fkey
    foreign key (initiated_by) references plumbline.profiles (id) on delete set null,
  constraint workflow_executions_workflow_config_check check (jsonb_typeof(workflow_config) = 'object'),
  constraint workflow_executions_execution_plan_check check (jsonb_typeof(execution_plan) = 'object'),
  constraint workflow_executions_results_check check (jsonb_typeof(results) = 'object')
);

comment on table plumbline.workflow_executions is 'One run of a workflow of agents';
comment on column plumbline.workflow_executions.conversation_id is 'The conversation it serves; who owns that sees no run by it';
comment on column plumbline.workflow_executions.current_state is 'The engine''s own word; the view counts completed and failed';
comment on column plumbline.workflow_executions.initiated_by is 'The user who started it and may read it; null for the system';

create table plumbline.agent_messages (
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
    foreign key (workflow_execution_id) references plumbline.workflow_executions (id) on delete cascade,
  constraint agent_messages_message_type_check
    check (message_type in ('input', 'output', 'system', 'error', 'tool_call')),
  constraint agent_messages_status_check check (status in ('pending', 'processing', 'completed', 'failed')),
  constraint agent_messages_tool_calls_check check (jsonb_typeof(tool_calls) = 'array'),
  constraint agent_messages_context_data_check check (jsonb_typeof(context_data) = 'object')
);

comment on table plumbline.agent_messages is 'What agents read and wrote during a workflow';
comment on column plumbline.agent_messages.tool_calls is 'JSON array, one element per call';
