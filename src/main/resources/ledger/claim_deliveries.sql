-- A row is a message to the sink $1 that is nobody else's for $2 seconds, and that overtakes none; at most $3. documents: its events.
with due as (
    select d.number
      from plumbline.delivery d
     where d.state = 'WAITING'
       and d.sink = $1
       and d.due_at <= clock_timestamp()
       and not exists (select from plumbline.delivery e
                        where e.state = 'WAITING'
                          and e.sink = d.sink
                          and e.order_key = d.order_key
                          and e.number < d.number)
     order by d.number
     limit $3
       for update skip locked
), claimed as (
    update plumbline.delivery d
       set attempts = d.attempts + 1, due_at = clock_timestamp() + make_interval(secs => $2)
      from due
     where d.number = due.number
    returning d.number, d.events, d.attempts, d.at
)
select c.number, c.attempts, c.at,
       (select array_agg(e.document::text order by e.number) from plumbline.event e where e.number = any (c.events)) as documents
  from claimed c
 order by c.number
