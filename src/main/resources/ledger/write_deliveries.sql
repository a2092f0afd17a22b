-- $1 are sinks, $2 what must not overtake what, $3 arrays of events as text, $4 seconds to wait.
insert into plumbline.delivery (sink, order_key, events, at, due_at)
select d.sink, d.order_key, d.events::bigint[], now(), now() + make_interval(secs => d.wait)
  from unnest($1::text[], $2::text[], $3::text[], $4::float8[]) with ordinality d (sink, order_key, events, wait, place)
 order by d.place
