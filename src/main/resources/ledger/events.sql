-- A row is an event after $1 whose type begins with $2, the oldest first; at most $3.
select e.number, e.type, e.document::text as document
  from plumbline.event e
 where e.number > $1
   and starts_with(e.type, $2)
 order by e.number
 limit $3
