-- Helper functions live here: Supabase's API exposes public, not this schema, and nobody but the owner can name what is in it.
-- Policies and triggers refer to functions by identity, so that the API roles need no usage of the schema.
create schema if not exists private;

do $$
declare
  grantee text;
  earlier record;
begin
  if (select n.nspowner from pg_catalog.pg_namespace as n where n.nspname = 'private') <> current_user::regrole then
    execute format('alter schema private owner to %I', current_user);
  end if;
  for earlier in
    select f.oid::regprocedure as name from plumbline.function_plan as f
    join pg_catalog.pg_proc as p on p.oid = f.oid and p.proowner <> current_user::regrole
  loop
    execute format('alter routine %s owner to %I', earlier.name, current_user);
  end loop;
  for grantee in
    select distinct case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end
    from pg_catalog.pg_namespace as n cross join lateral aclexplode(n.nspacl) as a
    where n.nspname = 'private' and a.grantee <> n.nspowner
  loop
    execute format('revoke all on schema private from %s cascade', grantee);
  end loop;
  execute format('grant all on schema private to %I', current_user);
end
$$;

comment on schema private is 'Functions behind the policies and triggers of public; not exposed by the API';
