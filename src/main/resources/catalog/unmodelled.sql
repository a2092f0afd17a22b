-- One row: the text of a query that counts what the database has of kinds that no other file here reads. It is made from
-- the catalog itself, so that a new major's new catalogs are in it. Objects of PostgreSQL's own have numbers below 16384.
-- The list names the catalogs that are read; of pg_type base types and shells are not, for they are written in C. What
-- operator families consist of (pg_amop, pg_amproc) goes with these.
-- A catalog that the role may not look into is counted as null.
select string_agg(part, ' union all ' order by part) as query
  from (select case when has_column_privilege(c.oid, 'oid', 'select')
                    then format('(select o.type || $$$$ as kind, count(*) as objects
                                    from pg_catalog.%1$I x
                                   cross join lateral pg_catalog.pg_identify_object(%2$s, x.oid, 0) o
                                   where x.oid >= 16384 and %3$s
                                     and not exists (select from pg_catalog.pg_depend d
                                                      where d.classid = %2$s and d.objid = x.oid and d.deptype in (''e'', ''i''))
                                   group by 1)',
                                c.relname, c.oid,
                                case when c.relname = 'pg_type' then '(x.typtype = ''b'' and x.typelem = 0 or not x.typisdefined)'
                                     else 'true' end)
                    else format('select %L, null::bigint', c.relname) end as part
          from pg_class c
         where c.relnamespace = 'pg_catalog'::regnamespace
           and c.relkind = 'r'
           and exists (select from pg_attribute a
                        where a.attrelid = c.oid and a.attname = 'oid' and a.atttypid = 'oid'::regtype and a.attnum > 0)
           and c.relname not in (
               'pg_namespace', 'pg_extension', 'pg_class', 'pg_attrdef', 'pg_constraint', 'pg_policy', 'pg_trigger',
               'pg_rewrite', 'pg_proc', 'pg_enum', 'pg_statistic_ext', 'pg_collation', 'pg_event_trigger',
               'pg_publication', 'pg_publication_rel', 'pg_publication_namespace', 'pg_foreign_data_wrapper',
               'pg_foreign_server', 'pg_user_mapping', 'pg_default_acl', 'pg_database', 'pg_authid', 'pg_auth_members',
               'pg_tablespace', 'pg_largeobject_metadata', 'pg_amop', 'pg_amproc')) parts
