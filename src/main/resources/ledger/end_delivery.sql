-- $1 is the message, $2 which attempt it was, $3 what has become of it, $4 in how many seconds to try again, $5 what went wrong. Whoever
-- was taken to have died has nothing to say any more.
update plumbline.delivery d
   set state = $3,
       due_at = clock_timestamp() + make_interval(secs => $4),
       ended_at = case when $3 <> 'WAITING' then clock_timestamp() end,
       error = $5
 where d.number = $1 and d.attempts = $2 and d.state = 'WAITING'
