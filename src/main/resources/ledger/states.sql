-- A row is a change of the verdict, the newest first: below $1, or any if that is null; at most $2.
select s.number, s.at, s.verdict, s.reason, s.contract, s.differences
  from plumbline.state s
 where ($1::bigint is null or s.number < $1)
 order by s.number desc
 limit $2
