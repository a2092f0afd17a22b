-- A row is a message that was given up, the newest first: below $1, or any if that is null; at most $2.
select d.number, d.sink, d.attempts, d.at, d.ended_at, d.error,
       (select array_agg(e.document::text order by e.number) from plumbline.event e where e.number = any (d.events)) as documents
  from plumbline.delivery d
 where d.state = 'DEAD'
   and ($1::bigint is null or d.number < $1)
 order by d.number desc
 limit $2
