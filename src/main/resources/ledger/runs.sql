-- A row is a run, newest first, and whether its replica still lives: each run holds an advisory lock of its own.
-- $1 is a number that all are below, or null; $2 an id, $3 a key, $4 an outcome, each or null; $5 how many.
select r.number,
       r.id,
       r.outcome,
       r.history_rank,
       r.document::text as document,
       exists (select from pg_locks l
                where l.locktype = 'advisory'
                  and l.database = (select d.oid from pg_database d where d.datname = current_database())
                  and l.classid::bigint = (hashtextextended(r.id::text, 0) >> 32) & 4294967295
                  and l.objid::bigint = hashtextextended(r.id::text, 0) & 4294967295
                  and l.objsubid = 1
                  and l.granted) as alive
  from plumbline.run r
 where ($1::bigint is null or r.number < $1)
   and ($2::uuid is null or r.id = $2)
   and ($3::text is null or r.idempotency_key = $3)
   and ($4::text is null or r.outcome = $4)
 order by r.number desc
 limit $5
