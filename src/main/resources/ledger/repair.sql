-- A row is a script that stood in Flyway's history as failed, and does not any more: it can run again. Only a script without
-- a transaction stands there like that.
delete from plumbline.flyway_schema_history h
 where not h.success
returning h.script
