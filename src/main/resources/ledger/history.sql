-- A row is a migration that Flyway has recorded, in the order in which it was installed.
select h.version, h.description, h.checksum, h.success, h.type
  from plumbline.flyway_schema_history h
 order by h.installed_rank
