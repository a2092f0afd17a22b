-- A row is a sink of $1 and an object of $2, which has gone before the sink was told that it differs ($3 is the type of that event):
-- it never will be, nor of what came after. Who sends a message at this moment has it locked, and has told.
with untold as (
    select d.number, d.sink, d.events
      from plumbline.delivery d
     where d.state = 'WAITING'
       and d.attempts = 0
       and d.sink = any ($1::text[])
       and exists (select from plumbline.event e where e.number = any (d.events) and e.subject = any ($2::text[]))
       for update
), its as (
    select u.number, u.sink, e.subject, e.type, e.number as event
      from untold u
      join plumbline.event e on e.number = any (u.events)
     where e.subject = any ($2::text[])
), gone as (
    select i.sink, i.subject, min(i.event) as opened from its i where i.type = $3 group by i.sink, i.subject
), rest as (
    select i.number,
           array(select n from unnest(u.events) n where n <> all (array_agg(i.event)) order by n) as events
      from its i
      join gone g on g.sink = i.sink and g.subject = i.subject and g.opened <= i.event
      join untold u on u.number = i.number
     group by i.number, u.events
), struck as (
    update plumbline.delivery d
       set events = r.events,
           state = case when r.events = '{}' then 'DELIVERED' else d.state end,
           ended_at = case when r.events = '{}' then clock_timestamp() end
      from rest r
     where d.number = r.number
)
select g.sink, g.subject from gone g
