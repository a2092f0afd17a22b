-- A row is a role, and whether the one that migrates may become it (set), and has its privileges (use). Before 16 members may do both.
select r.rolname as name,
       pg_has_role(session_user, r.oid, case when v.split then 'SET' else 'MEMBER' end) as "set",
       pg_has_role(r.oid, case when v.split then 'USAGE' else 'MEMBER' end) as "use"
  from pg_roles r
 cross join (select current_setting('server_version_num')::integer >= 160000) v (split)
