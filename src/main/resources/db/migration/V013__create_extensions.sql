-- Trusted extensions: no superuser is needed.
create extension if not exists "uuid-ossp" with schema extensions;
create extension if not exists pgcrypto with schema extensions;

-- Where one is in another schema already, it moves; what uses it refers to it by identity, and moves along. Only the owner of
-- all its functions may move it: anybody else is told so, and again by every verification.
do $$
declare
  stray record;
begin
  for stray in
    select e.extname as name, n.nspname as schema_name
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
    where e.extname in ('uuid-ossp', 'pgcrypto') and n.nspname <> 'extensions'
  loop
    begin
      execute format('alter extension %I set schema extensions', stray.name);
    exception when insufficient_privilege then
      raise warning 'extension % stays in schema %: only a superuser can move it to schema extensions', stray.name, stray.schema_name;
    end;
  end loop;
end
$$;
