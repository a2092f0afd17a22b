-- A row is a publication. What it publishes of which table is a publication member.
-- generatedColumns is new in 18: hence the JSON.
select format('publication %I', p.pubname) as path,
       null as parent,
       p.puballtables::text as "allTables",
       concat_ws(', ', case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                 case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end) as "operations",
       p.pubviaroot::text as "viaRoot",
       case to_jsonb(p) ->> 'pubgencols' when 's' then 'stored' end as "generatedColumns",
       coalesce(nullif(quote_ident(pg_get_userbyid(p.pubowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(p.oid, 'pg_publication') as "comment"
  from pg_publication p
 where not exists (select from pg_depend d
                    where d.classid = 'pg_publication'::regclass and d.objid = p.oid and d.deptype = 'e')
 order by path
