-- The first row is the database itself, whose name is its own business; the others are what is set in it, for all roles or
-- for one. Compared is what the migrations set, what is set for a role that they make, and for all what changes the meaning of
-- statements, such as session_replication_role.
-- Left out: encoding, locale and connection limit, which belong to the installation.
-- value: of one that may hold a secret only that it is there.
select 'database' as path, null as parent, null::text[] as "requires", null as "value"
union all
select format('database setting %s: %I', coalesce(r.name, 'all'), split_part(o, '=', 1)),
       'database',
       case when r.name is not null then array['role ' || r.name] end,
       case when o ~* current_setting('plumbline.secret') then '(secret)' else substr(o, strpos(o, '=') + 1) end
  from pg_db_role_setting s
 cross join lateral unnest(s.setconfig) o
 cross join lateral (
   select case when s.setrole <> 0
               then coalesce(nullif(quote_ident(pg_get_userbyid(s.setrole)), current_setting('plumbline.owner')), '$owner')
               end) r (name)
 where s.setdatabase = (select oid from pg_database where datname = current_database())
 order by path
