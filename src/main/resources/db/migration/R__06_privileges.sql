-- Which role may try what at all; policies then choose the rows. Older Supabase projects grant everything on new tables by
-- default: all is taken back first, by name, and the result is the same where nothing was granted. Nobody gets TRUNCATE.
revoke all on
  public.profiles, public.conversations, public.messages, public.leads,
  public.workflow_executions, public.agent_messages, public.shared_memory
  from public, anon, authenticated, service_role;

grant select, insert, update, delete on
  public.profiles, public.conversations, public.messages, public.leads,
  public.workflow_executions, public.agent_messages, public.shared_memory
  to service_role;

grant insert on public.leads to anon;

grant select on public.profiles, public.workflow_executions, public.agent_messages to authenticated;
grant select, insert on public.messages to authenticated;
grant select, insert, update, delete on public.conversations, public.leads, public.shared_memory to authenticated;
-- email and role are for admins, who are authenticated too: the trigger profiles_refuse_unless_admin keeps others out.
grant update (email, full_name, company, avatar_url, role) on public.profiles to authenticated;
