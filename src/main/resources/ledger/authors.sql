-- A row is what somebody has done to some of the objects $1, which are in its last column, or to whatever else if it has given or taken
-- a name, for nothing but its text says which: then all its objects are there. Newest first. Of each object there are the newest 21
-- grants and the newest 21 of everything else, one more than are told; of names, the newest 200. What only fills an index or a
-- materialized view again is no change of it.
with hit as (
    select d.number, u.name,
           row_number() over (partition by u.name, d.command in ('GRANT', 'REVOKE') order by d.number desc) as place
      from plumbline.ddl d
     cross join lateral unnest(d.objects) u (name)
      join unnest($1::text[]) a (name) on a.name = u.name
     where d.objects && $1::text[]
       and d.command not in ('REINDEX', 'REFRESH MATERIALIZED VIEW')
), named as (
    select d.number
      from plumbline.ddl d
     where d.command like 'ALTER %' and d.statement ~* '\m(rename|set\s+schema)\M'
     order by d.number desc
     limit 200
), told as (
    select hit.number, array_agg(distinct hit.name) as objects from hit where hit.place <= 21 group by hit.number
)
select d.number, d.at, d.transaction::text as transaction, d.session_role, d.role, d.application, host(d.address) as address,
       d.run, (select r.started_at from plumbline.run r where r.id = d.run) as run_began, d.command, d.statement,
       case when n.number is null then t.objects else d.objects end as objects
  from told t
  full join named n using (number)
  join plumbline.ddl d using (number)
 order by d.number desc
