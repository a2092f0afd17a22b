-- Analytics. security_invoker: a view shows a role no more than its tables do, so that a user's figures are of the own rows.
-- Created anew, not replaced, so that columns may change; their grants are therefore stated here.
drop view if exists public.lead_funnel;
drop view if exists public.workflow_performance;
drop view if exists public.conversation_activity;

create view public.lead_funnel with (security_invoker = true) as
select
  l.status,
  count(*) as leads,
  round(avg(l.lead_score), 1) as average_score,
  count(*) filter (where l.created_at >= recent.since) as leads_last_30_days
from public.leads as l
cross join (select now() - interval '30 days' as since) as recent
group by l.status
order by l.status;
comment on view public.lead_funnel is 'Leads per status, in order of progress';

create view public.workflow_performance with (security_invoker = true) as
select
  w.workflow_type,
  w.current_state,
  count(*) as executions,
  avg(w.completed_at - w.started_at) as average_duration,
  count(*) filter (where w.current_state = 'completed') as succeeded,
  count(*) filter (where w.current_state = 'failed') as failed
from public.workflow_executions as w
join (select now() - interval '30 days' as since) as recent on w.created_at >= recent.since
group by w.workflow_type, w.current_state
order by w.workflow_type, w.current_state;
comment on view public.workflow_performance is 'Workflows created in the last 30 days, per type and state';

-- A message has no channel of its own: it counts for the channel and user of the conversation's newest row.
-- A message of a conversation without any row is left out.
create view public.conversation_activity with (security_invoker = true) as
select
  utc.day,
  a.channel,
  count(distinct a.conversation_id) as conversations,
  count(a.message_id) as messages,
  count(distinct a.user_id) as active_users
from (
  select c.created_at, c.channel, c.conversation_id, c.user_id, null::uuid as message_id
  from public.conversations as c
  union all
  select m.created_at, newest.channel, m.conversation_id, newest.user_id, m.id as message_id
  from public.messages as m
  join (
    select distinct on (c.conversation_id) c.conversation_id, c.channel, c.user_id
    from public.conversations as c
    order by c.conversation_id, c.created_at desc, c.id
  ) as newest on newest.conversation_id = m.conversation_id
) as a
cross join lateral (select (a.created_at at time zone 'UTC')::date as day) as utc
group by utc.day, a.channel
order by utc.day, a.channel;
comment on view public.conversation_activity is 'Per UTC day and channel: conversations, messages, active users';

do $$
declare
  granted record;
begin
  for granted in
    select distinct c.relname, case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as grantee
    from pg_catalog.pg_class as c
    cross join lateral aclexplode(c.relacl) as a
    where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
      and c.relname in ('lead_funnel', 'workflow_performance', 'conversation_activity')
  loop
    execute format('revoke all on public.%I from %s cascade', granted.relname, granted.grantee);
  end loop;
end
$$;
grant select on public.lead_funnel, public.workflow_performance, public.conversation_activity
  to authenticated, service_role;
