-- What may not have been seen when it was last not there: whatever was seen, and is not there any more, has not made it. The number of
-- the oldest such transaction stays for builds that know no more.
alter table plumbline.drift add column made_after pg_snapshot;
alter table plumbline.watched add column seen pg_snapshot;
