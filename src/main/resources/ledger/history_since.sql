-- A row is a script that Flyway has recorded behind the rank $1, and whether it has run to its end.
select h.script, h.success
  from plumbline.flyway_schema_history h
 where h.installed_rank > $1
 order by h.installed_rank
