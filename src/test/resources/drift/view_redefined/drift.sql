create or replace view public.lead_funnel with (security_invoker = true) as
select
  l.status,
  count(*) as leads,
  round(avg(l.lead_score), 1) as average_score,
  count(*) filter (where l.created_at >= recent.since) as leads_last_30_days
from public.leads as l
cross join (select now() - interval '31 days' as since) as recent
group by l.status
order by l.status;
