-- Which role may try what at all; policies then choose the rows. Older Supabase projects grant everything on new tables by
-- default: all is taken back first, whoever has it, and the result is the same where nothing was granted. Nobody gets TRUNCATE.
do $$
declare
  granted record;
begin
  for granted in
    select distinct c.relname, case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as grantee
    from pg_catalog.pg_class as c
    cross join lateral (
      select r.grantee from aclexplode(c.relacl) as r
      union all
      select g.grantee from pg_catalog.pg_attribute as t cross join lateral aclexplode(t.attacl) as g where t.attrelid = c.oid) as a
    where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
      and c.relname in ('profiles', 'conversations', 'messages', 'leads',
        'workflow_executions', 'agent_messages', 'shared_memory')
  loop
    execute format('revoke all on public.%I from %s cascade', granted.relname, granted.grantee);
  end loop;
end
$$;

grant all on
  public.profiles, public.conversations, public.messages, public.leads,
  public.workflow_executions, public.agent_messages, public.shared_memory
  to current_user;

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
