-- At most one row: what the last run has left, and whether it can be compared with what is there now: somebody else may have
-- run migrations since, another major prints the same otherwise, and other queries ($1 are those of now) see more or less.
-- A ledger of an older build has no column "reading", and then that of "older" is meant.
select l.snapshot,
       l.major = current_setting('server_version_num')::integer / 10000 as same_major,
       l.reading is not distinct from $1 as same_reading,
       l.history = (select md5(string_agg(h::text, ',' order by h.installed_rank))
                      from plumbline.flyway_schema_history h) as same_history
  from (select null::text as reading) older
 cross join lateral (select b.snapshot, b.major, b.history, reading from plumbline.left_behind b) l
