-- The common reads. Every foreign key leads an index here, and none repeats a primary key or unique constraint:
-- shared_memory is found by conversation through its unique constraint.
create index conversations_conversation_id_created_at_idx on plumbline.conversations (conversation_id, created_at);
create index conversations_user_id_created_at_idx on plumbline.conversations (user_id, created_at desc);
create index messages_conversation_id_created_at_idx on plumbline.messages (conversation_id, created_at);
create index messages_parent_message_id_created_at_idx on plumbline.messages (parent_message_id, created_at);
create index leads_status_created_at_idx on plumbline.leads (status, created_at desc);
create index leads_assigned_to_created_at_idx on plumbline.leads (assigned_to, created_at desc);
create index workflow_executions_conversation_id_created_at_idx
  on plumbline.workflow_executions (conversation_id, created_at);
create index workflow_executions_initiated_by_created_at_idx
  on plumbline.workflow_executions (initiated_by, created_at desc);
create index workflow_executions_current_state_created_at_idx
  on plumbline.workflow_executions (current_state, created_at desc);
create index workflow_executions_workflow_type_created_at_idx
  on plumbline.workflow_executions (workflow_type, created_at desc);
create index agent_messages_workflow_execution_id_created_at_idx
  on plumbline.agent_messages (workflow_execution_id, created_at);
create index shared_memory_scope_last_accessed_at_idx on plumbline.shared_memory (scope, last_accessed_at desc);

-- Documents that the application searches. execution_plan is read whole, never searched.
create index conversations_metadata_idx on plumbline.conversations using gin (metadata);
create index messages_metadata_idx on plumbline.messages using gin (metadata);
create index leads_metadata_idx on plumbline.leads using gin (metadata);
create index workflow_executions_workflow_config_idx on plumbline.workflow_executions using gin (workflow_config);
create index workflow_executions_results_idx on plumbline.workflow_executions using gin (results);
create index agent_messages_tool_calls_idx on plumbline.agent_messages using gin (tool_calls);
create index agent_messages_context_data_idx on plumbline.agent_messages using gin (context_data);
create index shared_memory_memory_value_idx on plumbline.shared_memory using gin (memory_value);
create index shared_memory_metadata_idx on plumbline.shared_memory using gin (metadata);
