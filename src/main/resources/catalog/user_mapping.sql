-- A row says that a role has a user mapping for a foreign server, and no more: its options are how that role logs in there.
-- PUBLIC is everybody who has none.
select format('user mapping %s on server %I', w.name, m.srvname) as path,
       format('server %I', m.srvname) as parent,
       case when m.umuser <> 0 then array['role ' || w.name] end as "requires"
  from pg_user_mappings m
 cross join lateral (
   select case when m.umuser = 0 then 'PUBLIC'
               else coalesce(nullif(quote_ident(pg_get_userbyid(m.umuser)), current_setting('plumbline.owner')), '$owner')
               end) w (name)
 order by path
