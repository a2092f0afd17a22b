-- $1 is when all that is open was seen.
update plumbline.drift d
   set last_seen = $1
 where d.resolved_at is null
