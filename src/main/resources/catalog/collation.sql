-- A row is a collation.
-- Left out: the version with which it was made, for that is the operating system's; outdated is there where the one of today
-- is another, and indexes may be out of order.
-- The columns have other names on 15 (colliculocale) and 17 (colllocale), and rules are new in 16: hence the JSON.
select format('collation %I.%I', n.nspname, c.collname) as path,
       format('schema %I', n.nspname) as parent,
       case c.collprovider when 'b' then 'builtin' when 'c' then 'libc' when 'i' then 'icu' when 'd' then 'default' end
         as "provider",
       c.collisdeterministic::text as "deterministic",
       c.collcollate as "collate",
       c.collctype as "ctype",
       coalesce(j.c ->> 'colllocale', j.c ->> 'colliculocale') as "locale",
       j.c ->> 'collicurules' as "rules",
       case when c.collversion <> pg_collation_actual_version(c.oid) then 'true' end as "outdated",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.collowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_collation') as "comment"
  from pg_collation c
  join pg_namespace n on n.oid = c.collnamespace
 cross join lateral (select to_jsonb(c)) j (c)
 where c.collencoding in (-1, (select encoding from pg_database where datname = current_database()))
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_collation'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
