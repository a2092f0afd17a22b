-- Gives all that postgres has in public, agentflow and private, and these two schemas, to the role migrator, as if it had made it.
do $$
declare
  r record;
begin
  for r in
    select format('alter %s %s owner to %I', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
      c.oid::regclass, 'migrator') as change
    from pg_class c
    where c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'agentflow', 'private', 'plumbline')) and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner = 10
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and c.relkind = 'S')
    union all
    select format('alter routine %s owner to %I', p.oid::regprocedure, 'migrator') from pg_proc p
    where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'agentflow', 'private')) and p.proowner = 10
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select format('alter type %s owner to %I', t.oid::regtype, 'migrator') from pg_type t
    where t.typnamespace in (select oid from pg_namespace where nspname in ('public', 'agentflow', 'private')) and t.typtype in ('e', 'd') and t.typowner = 10
    union all
    select format('alter schema %I owner to %I', n.nspname, 'migrator') from pg_namespace n where n.nspname in ('agentflow', 'private', 'plumbline') and n.nspowner = 10
  loop
    execute r.change;
  end loop;
end
$$;

-- What Supabase lets that role do.
do $$ begin execute format('grant create on database %I to migrator', current_database()); end $$;
grant usage, create on schema public to migrator;
grant usage on schema auth to migrator;
grant select, references, trigger on auth.users to migrator;
grant usage on schema extensions to migrator;
