-- A row is one of these extensions that is not there yet, and whether it can be.
select a.name, v.version is not null as available, coalesce(v.trusted or not v.superuser, false) as "anybody"
  from unnest(?) a (name)
  left join pg_available_extensions e on quote_ident(e.name) = a.name
  left join pg_available_extension_versions v on v.name = e.name and v.version = e.default_version
 where not exists (select from pg_extension x where quote_ident(x.extname) = a.name)
