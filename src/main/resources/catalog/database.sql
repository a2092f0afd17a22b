-- The first row is the database itself, whose name is its own business; the others are what is set in it, for all roles or
-- for one. Compared is what the migrations set, what is set for a role that they make, and for all and for the role that
-- migrates what changes the meaning of statements, such as session_replication_role. What is set in every database counts as
-- well, for all and for the role that migrates; for others it is a fact of the role.
-- Left out: encoding, locale and connection limit, which belong to the installation.
-- value: of one that may hold a secret only that it is there. quote_all_identifiers writes a search_path with quotes that it does
-- not need.
select 'database' as path, null as parent, null::text[] as "requires", null as "value"
union all
select format('database setting %s%s: %I', coalesce(r.name, 'all'), case when s.setdatabase = 0 then ' in every database' end, o.name),
       'database',
       case when r.name is not null then array['role ' || r.name] end,
       case o.name when 'search_path' then regexp_replace(o.value, '"([a-z_][a-z0-9_]*)"', '\1', 'g') else o.value end
  from pg_db_role_setting s
 cross join lateral (
   select split_part(c, '=', 1),
          substr(regexp_replace(c, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi'), strpos(c, '=') + 1)
     from unnest(s.setconfig) c) o (name, value)
 cross join lateral (
   select case when s.setrole <> 0
               then coalesce(nullif(quote_ident(pg_get_userbyid(s.setrole)), current_setting('plumbline.owner')), '$owner')
               end) r (name)
 where s.setdatabase = (select oid from pg_database where datname = current_database())
    or s.setdatabase = 0 and coalesce(r.name, '$owner') = '$owner'
 order by path
