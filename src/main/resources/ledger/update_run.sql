-- What has become of it so far. $1 is the run's id, $2 its outcome, $3 its document. A row says whether it ran until now.
with before as (
    select r.id, r.outcome from plumbline.run r where r.id = $1 for update
)
update plumbline.run r
   set outcome = $2, document = $3::text::json
  from before
 where r.id = before.id
returning before.outcome = 'RUNNING' as ran
