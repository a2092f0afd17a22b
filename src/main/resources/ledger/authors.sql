-- A row is what somebody has done to one of the objects $1, or granted or revoked in a transaction that was the last to write
-- one of $2 (relations), $3 (functions) or $4 (schemas); newest first. objects: those of the lists that it was done to.
with granted as (
    select c.xmin, n.name
      from unnest($2::text[]) n (name) join pg_class c on c.oid = to_regclass(n.name)
    union all
    select a.xmin, n.name
      from unnest($2::text[]) n (name) join pg_attribute a on a.attrelid = to_regclass(n.name)
    union all
    select p.xmin, n.name
      from unnest($3::text[]) n (name) join pg_proc p on p.oid = to_regprocedure(n.name)
    union all
    select s.xmin, n.name
      from unnest($4::text[]) n (name) join pg_namespace s on s.oid = to_regnamespace(n.name)
)
select d.number, d.at, d.transaction::text as transaction, d.session_role, d.role, d.application, host(d.address) as address,
       d.run, d.command, d.statement, t.objects
  from plumbline.ddl d
  cross join lateral (
    select array_agg(distinct o.name) as objects
      from (select name from unnest(d.objects) u (name) where name = any ($1::text[])
            union all
            select g.name from granted g where g.xmin = d.transaction::xid and d.command in ('GRANT', 'REVOKE')) o
  ) t
 where (d.objects && $1::text[] or d.command in ('GRANT', 'REVOKE') and exists (
           select from granted g where g.xmin = d.transaction::xid))
   and t.objects is not null
 order by d.number desc
 limit 1000
