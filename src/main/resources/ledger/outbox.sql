-- A row is a sink of $1: how many messages wait, since when the oldest does, and how many were given up.
select s.sink,
       count(*) filter (where d.state = 'WAITING') as waiting,
       min(d.at) filter (where d.state = 'WAITING') as oldest,
       count(*) filter (where d.state = 'DEAD') as dead
  from unnest($1::text[]) s (sink)
  left join plumbline.delivery d on d.sink = s.sink and d.state <> 'DELIVERED'
 group by s.sink
