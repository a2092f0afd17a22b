-- $1 is the time before which runs are forgotten, but for the last.
delete from plumbline.run r
 where r.started_at < $1
   and r.outcome <> 'RUNNING'
   and r.number < (select max(newest.number) from plumbline.run newest)
