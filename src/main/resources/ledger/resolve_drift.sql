-- $1 are the paths of the differences that are gone, $2 is when that was seen.
update plumbline.drift d
   set resolved_at = $2
 where d.resolved_at is null and d.path = any ($1::text[])
