-- The first row is the database itself, whose name is its own business; the others are what is set in it, for all roles or
-- for one. Compared is only what the migrations set.
-- Left out: encoding, locale and connection limit, which belong to the installation.
-- settings: of one that may hold a secret only that it is there.
select 'database' as path, null as parent, null as "settings"
union all
select format('database setting %s',
              case when s.setrole = 0 then 'all'
                   else coalesce(nullif(quote_ident(pg_get_userbyid(s.setrole)), current_setting('plumbline.owner')),
                                 '$owner') end),
       'database',
       (select string_agg(case when split_part(o, '=', 1) ~* current_setting('plumbline.secret')
                               then split_part(o, '=', 1) || '=(secret)' else o end, ', ' order by o)
          from unnest(s.setconfig) o)
  from pg_db_role_setting s
 where s.setdatabase = (select oid from pg_database where datname = current_database())
 order by path
