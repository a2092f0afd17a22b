-- Keeps the schema as a run ($1) leaves it ($2), read by these queries ($3).
insert into plumbline.left_behind (run, major, history, snapshot, reading)
select $1, current_setting('server_version_num')::integer / 10000, md5(string_agg(h::text, ',' order by h.installed_rank)), $2, $3
  from plumbline.flyway_schema_history h
having count(*) > 0
    on conflict (only_one) do update
   set run = excluded.run, major = excluded.major, history = excluded.history, snapshot = excluded.snapshot,
       reading = excluded.reading
