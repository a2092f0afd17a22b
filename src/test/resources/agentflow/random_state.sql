-- A random partial state out of the finished schema, by its seed: one to twelve of the changes below, each to a random object. A change
-- that PostgreSQL refuses is left out. None of them loses a row or a value that the schema could not fill in.
-- The seed is in the setting proof.seed; what was done is in the temporary table done.
create temp table done (n serial, change text);
-- Takes away what keeps the columns of a table from changing their types.
create function pg_temp.strip(name regclass) returns void language plpgsql as $$
declare
  r record;
begin
  drop view if exists public.lead_funnel, public.workflow_performance, public.conversation_activity cascade;
  for r in
    select format('drop policy %I on %s', p.polname, p.polrelid::regclass) as change from pg_policy p
    union all
    select format('drop trigger %I on %s', t.tgname, t.tgrelid::regclass) from pg_trigger t where not t.tgisinternal and t.tgrelid = name
    union all
    select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) from pg_constraint k
    where k.contype = 'f' and name in (k.conrelid, k.confrelid) or k.contype = 'c' and k.conrelid = name
    union all
    select format('drop index %s', i.indexrelid::regclass) from pg_index i where i.indrelid = name and not i.indisunique
  loop
    execute r.change;
  end loop;
end
$$;
do $$
declare
  candidates text[];
  change text;
  k integer;
begin
  perform setseed((current_setting('proof.seed')::integer % 9973) / 9973.0);
  perform random(), random();
  k := 1 + floor(random() * 12);
  for i in 1 .. k loop
    with t as (
      select c.oid, c.oid::regclass::text as name, c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname
    ), a as (
      select t.*, a.attname, a.attnotnull, a.atthasdef, format_type(a.atttypid, a.atttypmod) as type
      from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    ), changes (kind, change) as (
      select 'drop table', format('drop table %s cascade', name) from t where relname not in ('profiles', 'workflow_executions') and random() < 0.3
      union all select 'drop column', format('alter table %s drop column %I cascade', name, attname) from a
        where (not attnotnull or atthasdef) and not (attname = 'id' and relname in ('messages', 'workflow_executions')) and attname <> 'scope'
      union all select 'rename column', format('alter table %s rename column %I to %I', name, attname, 'extra_' || attname) from a where not attnotnull
      union all select 'drop default', format('alter table %s alter column %I drop default', name, attname) from a where atthasdef
      union all select 'other default', format('alter table %s alter column %I set default %s', name, attname, case type when 'text' then '''extra''' when 'integer' then '7' when 'jsonb' then '''[1]''' when 'uuid' then '''00000000-0000-0000-0000-000000000000''' else 'null' end) from a
      union all select 'nullable', format('alter table %s alter column %I drop not null', name, attname) from a where attnotnull
      union all select 'not null', format('alter table %s alter column %I set not null', name, attname) from a where not attnotnull
      union all select 'nullify', format('alter table %s alter column %I drop not null, disable trigger user; update %1$s set %2$I = null; alter table %1$s enable trigger user', name, attname) from a
        where attnotnull and atthasdef and attname <> 'scope' and not (attname = 'id')
      union all select x.kind, format(x.before || 'alter table %1$s alter column %2$I drop default, alter column %2$I type %s', name, attname, w.wider)
        from a cross join lateral (values ('text', 'varchar'), ('text', 'varchar(400)'), ('text', 'text collate "C"'), ('jsonb', 'json'), ('jsonb', 'text'), ('uuid', 'text'), ('uuid', 'varchar(36)'),
          ('integer', 'bigint'), ('integer', 'smallint'), ('integer', 'numeric(9,2)'), ('integer', 'text'), ('timestamp with time zone', 'timestamp'), ('timestamp with time zone', 'timestamptz(3)'), ('timestamp with time zone', 'text'),
          ('text[]', 'varchar(80)[]'), ('text[]', 'jsonb using to_jsonb(' || quote_ident(attname) || ')'), ('lead_status', 'text'), ('lead_status', 'varchar(20)')) as w (type, wider)
        cross join (values ('retype', ''), ('retype, stripped', 'select pg_temp.strip(%1$L); '), ('retype also', 'select pg_temp.strip(%1$L); ')) as x (kind, before)
        where w.type = a.type
      union all select 'drop constraint', format('alter table %s drop constraint %I cascade', name, k.conname) from t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
      union all select 'rename constraint', format('alter table %s rename constraint %I to %I', name, k.conname, 'extra_' || k.conname) from t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
      union all select 'other constraint', format('alter table %s drop constraint %I cascade; alter table %1$s add constraint %2$I check (true or %3$I is null)', name, k.conname, (select min(a.attname) from a where a.oid = t.oid)) from t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
      union all select 'constraint not valid', format('alter table %s drop constraint %I; alter table %1$s add constraint %2$I %3$s not valid', name, k.conname, pg_get_constraintdef(k.oid)) from t join pg_constraint k on k.conrelid = t.oid and k.contype in ('c', 'f')
      union all select 'constraint deferrable', format('alter table %s drop constraint %I cascade; alter table %1$s add constraint %2$I %3$s deferrable initially deferred', name, k.conname, pg_get_constraintdef(k.oid)) from t join pg_constraint k on k.conrelid = t.oid and k.contype in ('u', 'f', 'p')
      union all select 'duplicate constraint', format('alter table %s add constraint %I %s', name, 'extra_' || k.conname, pg_get_constraintdef(k.oid)) from t join pg_constraint k on k.conrelid = t.oid and k.contype in ('c', 'u', 'f')
      union all select 'foreign key without on delete', format('alter table %s drop constraint %I; alter table %1$s add constraint %2$I %3$s', name, k.conname, regexp_replace(pg_get_constraintdef(k.oid), ' ON DELETE .*', '')) from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      union all select 'drop index', format('drop index %s', i.indexrelid::regclass) from t join pg_index i on i.indrelid = t.oid
      union all select 'rename index', format('alter index %s rename to %I', i.indexrelid::regclass, 'extra_index_' || length(i.indexrelid::regclass::text)) from t join pg_index i on i.indrelid = t.oid
      union all select 'other index', format('drop index %s; create index %1$s on %2$s (%3$I)', i.indexrelid::regclass, name, (select max(a.attname) from a where a.oid = t.oid and type <> 'json')) from t join pg_index i on i.indrelid = t.oid
      union all select 'new index', format('create index on %s (%I)', name, attname) from a
      union all select 'unique index', format('create unique index on %s (id, %I)', name, attname) from a
      union all select 'drop trigger', format('drop trigger %I on %s', g.tgname, name) from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
      union all select 'rename trigger', format('alter trigger %I on %s rename to %I', g.tgname, name, 'extra_' || g.tgname) from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
      union all select 'disable trigger', format('alter table %s disable trigger %I', name, g.tgname) from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal
      union all select 'disable all triggers', format('alter table %s disable trigger all', name) from t
      union all select 'drop sign-up trigger', 'drop trigger on_auth_user_created on auth.users'
      union all select 'disable sign-up trigger', 'alter table auth.users disable trigger on_auth_user_created'
      union all select 'second sign-up trigger', $x$create function public.handle_new_user() returns trigger language plpgsql security definer as 'begin insert into public.profiles (id, email) values (new.id, new.email) on conflict (id) do nothing; return new; end'; create trigger extra_new_user after insert on auth.users for each row execute function public.handle_new_user()$x$
      union all select 'other updated_at', format($x$create or replace function public.touch() returns trigger language plpgsql as 'begin NEW.updated_at = now(); return NEW; end'; create trigger extra_touch before update on %s for each row execute function public.touch()$x$, name) from t
      union all select 'drop policy', format('drop policy %I on %s', p.polname, name) from t join pg_policy p on p.polrelid = t.oid
      union all select 'rename policy', format('alter policy %I on %s rename to %I', p.polname, name, 'extra_' || p.polname) from t join pg_policy p on p.polrelid = t.oid
      union all select 'new policy', format('create policy extra_open on %s using (true)', name) from t
      union all select 'restrictive policy', format('create policy extra_shut on %s as restrictive using (false)', name) from t
      union all select 'no row security', format('alter table %s disable row level security', name) from t
      union all select 'forced row security', format('alter table %s force row level security', name) from t
      union all select 'unlogged', format('alter table %s set unlogged', name) from t
      union all select 'options', format('alter table %s set (fillfactor = 70, autovacuum_enabled = false)', name) from t
      union all select 'replica identity', format('alter table %s replica identity full', name) from t
      union all select 'comment on table', format('comment on table %s is ''extra''', name) from t
      union all select 'comment on column', format('comment on column %s.%I is ''extra''', name, attname) from a
      union all select 'extra column', format('alter table %s add column extra_%s integer', name, 1 + floor(random() * 9)) from t
      union all select 'grant', format('grant all on %s to %s', name, (array['anon', 'public', 'stranger', 'authenticated with grant option'])[1 + floor(random() * 4)]) from t
      union all select 'grant column', format('grant update (%I) on %s to anon, stranger', attname, name) from a
      union all select 'revoke', format('revoke all on %s from authenticated, service_role, %I', name, current_user) from t
      union all select 'owner', format('alter table %s owner to stranger', name) from t where current_setting('proof.seed')::integer % 2 = 0
      union all select 'drop view', format('drop view %s', v) from unnest(array['lead_funnel', 'workflow_performance', 'conversation_activity']) v
      union all select 'definer view', format('alter view %s reset (security_invoker); grant select on %1$s to anon', v) from unnest(array['lead_funnel', 'workflow_performance', 'conversation_activity']) v
      union all select 'other view', format('drop view %s; create view %1$s as select id, created_at from public.leads', v) from unnest(array['lead_funnel', 'workflow_performance', 'conversation_activity']) v
      union all select 'materialized view', format('drop view %s; create materialized view %1$s as select count(*) from public.messages', v) from unnest(array['lead_funnel', 'workflow_performance', 'conversation_activity']) v
      union all select 'drop function', format('drop function %s cascade', p.oid::regprocedure) from pg_proc p where p.pronamespace = to_regnamespace('agentflow')
      union all select 'other function', format('alter function %s reset all; alter function %1$s security definer; grant execute on function %1$s to public', p.oid::regprocedure) from pg_proc p where p.pronamespace = to_regnamespace('agentflow')
      union all select 'function of another result', format('drop function %s cascade; create function %1$s returns text language sql as ''select null::text''', p.oid::regprocedure) from pg_proc p where p.pronamespace = to_regnamespace('agentflow')
      union all select 'drop type', 'drop type lead_status cascade'
      union all select 'other labels', $x$drop view if exists lead_funnel; alter table leads alter column status drop default; drop policy if exists leads_insert on leads; alter type lead_status rename to old_status; create type lead_status as enum ('lost', 'new', 'qualified', 'received'); alter table leads alter column status type lead_status using status::text::lead_status; drop type old_status$x$
      union all select 'label added', 'alter type lead_status add value ''extra'' before ''lost'''
      union all select 'drop schema', 'drop schema agentflow cascade'
      union all select 'grant schema', 'grant all on schema agentflow to anon, stranger'
    ), kind as (
      select d.kind from (select distinct c.kind from changes c order by 1) d order by random() limit 1
    )
    select array_agg(c.change order by c.change) into candidates from changes c join kind on kind.kind = c.kind;
    change := candidates[1 + floor(random() * cardinality(candidates))];
    begin
      execute change;
      insert into done (change) values (change);
    exception when others then
      insert into done (change) values (format('-- refused: %s (%s)', change, sqlerrm));
    end;
  end loop;
end
$$;
