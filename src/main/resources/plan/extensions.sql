-- A row is one of these extensions that is not there yet, and what keeps this role from creating it: unavailable, untrusted, or
-- database (it may not create in it).
-- supautils.privileged_extensions: what Supabase's extension lets its roles create as a superuser would.
select a.name,
       case when v.version is null then 'unavailable'
            when not v.superuser
              or (select rolsuper from pg_roles where rolname = current_user)
              or e.name = any(regexp_split_to_array(current_setting('supautils.privileged_extensions', true), '\s*,\s*')) then null
            when not v.trusted then 'untrusted'
            when not has_database_privilege(current_database(), 'create') then 'database' end as obstacle
  from unnest(?) a (name)
  left join pg_available_extensions e on quote_ident(e.name) = a.name
  left join pg_available_extension_versions v on v.name = e.name and v.version = e.default_version
 where not exists (select from pg_extension x where quote_ident(x.extname) = a.name)
