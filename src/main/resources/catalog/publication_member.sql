-- A row is a table or a whole schema of a publication.
-- requires: that table or schema.
-- columns and filter are there where not all of a table is published.
select format('publication member %I: table %I.%I', p.pubname, n.nspname, c.relname) as path,
       format('publication %I', p.pubname) as parent,
       array[format('table %I.%I', n.nspname, c.relname)] as "requires",
       (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
          from pg_attribute a where a.attrelid = c.oid and a.attnum = any (m.prattrs)) as "columns",
       pg_get_expr(m.prqual, m.prrelid) as "filter"
  from pg_publication_rel m
  join pg_publication p on p.oid = m.prpubid
  join pg_class c on c.oid = m.prrelid
  join pg_namespace n on n.oid = c.relnamespace
union all
select format('publication member %I: schema %I', p.pubname, n.nspname), format('publication %I', p.pubname),
       array[format('schema %I', n.nspname)], null, null
  from pg_publication_namespace m
  join pg_publication p on p.oid = m.pnpubid
  join pg_namespace n on n.oid = m.pnnspid
 order by path
