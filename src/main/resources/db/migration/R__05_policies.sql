-- Who sees and writes which rows. PostgreSQL ORs permissive policies, so that a leftover one is a hole: all are dropped first.
-- One policy per table and command. The service role bypasses row level security and has none.
do $$
declare
  leftover record;
begin
  for leftover in
    select p.policyname, p.schemaname, p.tablename
    from pg_catalog.pg_policies as p
    where p.schemaname = 'public'
      and p.tablename in ('profiles', 'conversations', 'messages', 'leads',
        'workflow_executions', 'agent_messages', 'shared_memory')
  loop
    execute format('drop policy %I on %I.%I', leftover.policyname, leftover.schemaname, leftover.tablename);
  end loop;
end
$$;

alter table public.profiles enable row level security;
create policy profiles_select on public.profiles for select to authenticated
  using (id = (select auth.uid()) or (select agentflow.is_admin()));
-- Which columns: a grant, and the trigger profiles_refuse_unless_admin.
create policy profiles_update on public.profiles for update to authenticated
  using (id = (select auth.uid()) or (select agentflow.is_admin()))
  with check (id = (select auth.uid()) or (select agentflow.is_admin()));

alter table public.conversations enable row level security;
create policy conversations_select on public.conversations for select to authenticated
  using (user_id = (select auth.uid()) or (select agentflow.is_admin()));
-- Which ids: the trigger conversations_refuse_foreign_claim.
create policy conversations_insert on public.conversations for insert to authenticated
  with check (user_id = (select auth.uid()));
create policy conversations_update on public.conversations for update to authenticated
  using (user_id = (select auth.uid()))
  with check (user_id = (select auth.uid()));
create policy conversations_delete on public.conversations for delete to authenticated
  using (user_id = (select auth.uid()));

alter table public.messages enable row level security;
create policy messages_select on public.messages for select to authenticated
  using (
    exists (
      select 1 from public.conversations as c
      where c.conversation_id = messages.conversation_id and c.user_id = (select auth.uid()))
    or (select agentflow.is_admin()));
create policy messages_insert on public.messages for insert to authenticated
  with check (
    sender_type = 'user'
    and exists (
      select 1 from public.conversations as c
      where c.conversation_id = messages.conversation_id and c.user_id = (select auth.uid())));

alter table public.leads enable row level security;
create policy leads_insert on public.leads for insert to anon, authenticated
  with check (status = 'received' and lead_score = 0 and assigned_to is null);
create policy leads_select on public.leads for select to authenticated
  using (assigned_to = (select auth.uid()) or (select agentflow.is_admin()));
-- The check keeps an assignee from passing a lead on: the new row must be theirs too.
create policy leads_update on public.leads for update to authenticated
  using (assigned_to = (select auth.uid()) or (select agentflow.is_admin()))
  with check (assigned_to = (select auth.uid()) or (select agentflow.is_admin()));
create policy leads_delete on public.leads for delete to authenticated
  using ((select agentflow.is_admin()));

alter table public.workflow_executions enable row level security;
create policy workflow_executions_select on public.workflow_executions for select to authenticated
  using (initiated_by = (select auth.uid()) or (select agentflow.is_admin()));

alter table public.agent_messages enable row level security;
create policy agent_messages_select on public.agent_messages for select to authenticated
  using (
    exists (
      select 1 from public.workflow_executions as w
      where w.id = agent_messages.workflow_execution_id and w.initiated_by = (select auth.uid()))
    or (select agentflow.is_admin()));

alter table public.shared_memory enable row level security;
create policy shared_memory_select on public.shared_memory for select to authenticated
  using (
    exists (
      select 1 from public.conversations as c
      where c.conversation_id = shared_memory.conversation_id and c.user_id = (select auth.uid()))
    or (select agentflow.is_admin()));
create policy shared_memory_insert on public.shared_memory for insert to authenticated
  with check (
    exists (
      select 1 from public.conversations as c
      where c.conversation_id = shared_memory.conversation_id and c.user_id = (select auth.uid())));
create policy shared_memory_update on public.shared_memory for update to authenticated
  using (
    exists (
      select 1 from public.conversations as c
      where c.conversation_id = shared_memory.conversation_id and c.user_id = (select auth.uid())))
  with check (
    exists (
      select 1 from public.conversations as c
      where c.conversation_id = shared_memory.conversation_id and c.user_id = (select auth.uid())));
create policy shared_memory_delete on public.shared_memory for delete to authenticated
  using (
    exists (
      select 1 from public.conversations as c
      where c.conversation_id = shared_memory.conversation_id and c.user_id = (select auth.uid())));
