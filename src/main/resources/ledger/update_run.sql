-- What has become of it so far: $1 is the run's id, $2 its outcome, $3 its document. No row if it has ended already, whoever has told
-- so: a process that has lost the right to migrate may wake up at any time.
update plumbline.run r
   set outcome = $2, document = $3::text::json
 where r.id = $1
   and r.outcome = 'RUNNING'
returning r.id
