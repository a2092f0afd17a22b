-- A row is one of these objects that is not there. Of other kinds than these nothing is said; nor of
-- the columns of a table that is not there.
select o.path
  from unnest(?, ?, ?) o (path, kind, name)
  left join lateral (
    select quote_ident(n[1]) || '.' || quote_ident(n[2]) as relation, quote_ident(n[3]) as name
      from parse_ident(case o.kind when 'column' then o.name else 'none' end) n
  ) p on true
 where case o.kind
         when 'schema' then to_regnamespace(o.name) is null
         when 'role' then to_regrole(o.name) is null
         when 'extension' then not exists (select from pg_extension e where quote_ident(e.extname) = o.name)
         when 'table' then to_regclass(o.name) is null
         when 'column' then to_regclass(p.relation) is not null
           and not exists (select from pg_attribute a
                            where a.attrelid = to_regclass(p.relation) and quote_ident(a.attname) = p.name
                              and not a.attisdropped)
         when 'view' then to_regclass(o.name) is null
         when 'function' then to_regprocedure(o.name) is null
         when 'enum' then to_regtype(o.name) is null
         when 'domain' then to_regtype(o.name) is null
         else false
       end
 order by o.path
