-- A row is a difference that is open.
select d.path, d.severity, d.first_seen, coalesce(d.made_after::text, d.made_since || ':' || d.made_since || ':') as made_after,
       d.difference::text as difference
  from plumbline.drift d
 where d.resolved_at is null
 order by d.path
