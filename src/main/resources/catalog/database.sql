-- The first row is the database itself, whose name is its own business; the others are what is set in it, for all roles or
-- for one. Compared is what the migrations set, and what is set for a role that they make.
-- Left out: encoding, locale and connection limit, which belong to the installation.
-- settings: of one that may hold a secret only that it is there.
select 'database' as path, null as parent, null::text[] as "requires", null as "settings"
union all
select 'database setting ' || coalesce(r.name, 'all'),
       'database',
       case when r.name is not null then array['role ' || r.name] end,
       (select string_agg(case when split_part(o, '=', 1) ~* current_setting('plumbline.secret')
                               then split_part(o, '=', 1) || '=(secret)' else o end, ', ' order by o)
          from unnest(s.setconfig) o)
  from pg_db_role_setting s
 cross join lateral (
   select case when s.setrole <> 0
               then coalesce(nullif(quote_ident(pg_get_userbyid(s.setrole)), current_setting('plumbline.owner')), '$owner')
               end) r (name)
 where s.setdatabase = (select oid from pg_database where datname = current_database())
 order by path
