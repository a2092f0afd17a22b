-- $1 is the time before which what is over is forgotten. What still has to be told is not over, unless nobody has tried to for
-- so long; and of states the last stays.
with told as (
    delete from plumbline.delivery d
     where d.ended_at < $1
), events as (
    delete from plumbline.event e
     where e.at < $1
       and not exists (select from plumbline.delivery d where d.state = 'WAITING' and e.number = any (d.events))
), orphans as (
    update plumbline.delivery d
       set state = 'DEAD', ended_at = clock_timestamp(), error = 'nobody has sent it: there is no such sink any more'
     where d.state = 'WAITING' and d.at < $1 and d.due_at < $1
), states as (
    delete from plumbline.state s
     where s.at < $1 and s.number < (select max(newest.number) from plumbline.state newest)
)
delete from plumbline.drift d
 where d.resolved_at < $1
