-- Gives rows what they lack. What refuses is not ours, for our rules have been asked before. The project's own defaults and
-- checks find what they name as they do otherwise.
create or replace procedure plumbline.write(wanted_table text, what text, statement text)
language plpgsql set search_path = public, extensions
as $$
declare
  written bigint;
  quiet text;
  reason text;
begin
  execute statement;
  get diagnostics written = row_count;
  select string_agg(t.name, ', ' order by t.name) into quiet
  from plumbline.quiet_triggers as t
  where t.table_name = wanted_table and t.enabled <> 'R'
    and t.type & case when statement ~* '^\s*insert' then 4 else 16 end <> 0;
  if written > 0 and quiet is not null then
    raise warning 'triggers of public.% that did not fire for % (rows: %): %', wanted_table, what, written, quiet;
  end if;
exception when integrity_constraint_violation or data_exception or raise_exception then
  get stacked diagnostics reason = pg_exception_detail;
  raise exception using
    errcode = sqlstate,
    message = format('public.%s: %s cannot be written: %s', wanted_table, what, sqlerrm),
    detail = coalesce(substring(reason from '^Key .*'), ''), -- the rest quotes whole rows
    hint = 'Nothing has been changed. What refuses is a rule of your own: give its column a default that fits each row, '
      'or drop the rule and create it again after the run; then run again.';
end
$$;

create or replace procedure plumbline.converge_table(wanted_table text)
language plpgsql set search_path = ''
as $$
declare
  live pg_catalog.pg_class;
  comment text;
begin
  execute format('create table if not exists public.%I ()', wanted_table);
  select c.* into live from pg_catalog.pg_class as c
  where c.relname = wanted_table and c.relnamespace = 'public'::regnamespace;
  if live.relowner <> current_user::regrole then
    execute format('alter table public.%I owner to %I', wanted_table, current_user);
  end if;
  if live.relpersistence = 'u' then
    execute format('alter table public.%I set logged', wanted_table);
  end if;
  if live.reloptions is not null then
    execute format('alter table public.%I reset (%s)', wanted_table,
      (select string_agg(quote_ident(x.option_name), ', ') from pg_options_to_table(live.reloptions) as x));
  end if;
  -- A publication may refuse to change rows that nothing tells apart: all they have does, until the primary key is there.
  execute format('alter table public.%I replica identity %s', wanted_table, case
    when exists (select from pg_catalog.pg_index as i where i.indrelid = live.oid and i.indisprimary) then 'default'
    else 'full' end);
  if live.relreplident <> 'd' then
    raise warning 'table %: replica identity set to default', wanted_table;
  end if;
  -- Nobody but the owner sees a row until the policies exist.
  execute format('alter table public.%I enable row level security, no force row level security', wanted_table);
  comment := obj_description(format('plumbline.%I', wanted_table)::regclass, 'pg_class');
  call plumbline.tell_comment('table public.' || wanted_table, obj_description(live.oid, 'pg_class'), comment);
  execute format('comment on table public.%I is %L', wanted_table, comment);
end
$$;

-- At most three statements alter the table: one clears defaults and the like, one adds columns, one rewrites it, once.
create or replace procedure plumbline.converge_columns(wanted_table text)
language plpgsql set search_path = '' set timezone = 'UTC'
as $$
declare
  name text := format('public.%I', wanted_table);
  changes text;
  r record;
begin
  select string_agg(x.change, ', ') into changes
  from plumbline.columns as c
  cross join lateral (values
    (c.attgenerated <> '', format('alter column %I drop expression', c.column_name)),
    (c.attidentity <> '', format('alter column %I drop identity', c.column_name)),
    (c.attgenerated = '' and c.live_default is not null and (c.retype or c.live_default is distinct from plumbline.in_public(c.default_value)),
      format('alter column %I drop default', c.column_name))) as x (applies, change)
  where c.table_name = wanted_table and x.applies;
  if changes is not null then
    execute format('alter table %s %s', name, changes);
  end if;

  for r in -- of serial columns
    select s.oid::regclass as name, exists (
        select from pg_catalog.pg_depend as u
        where u.refclassid = 'pg_class'::regclass and u.refobjid = s.oid and u.deptype = 'n')
      or exists ( -- or a function names it in its body
        select from pg_catalog.pg_proc as p where p.prosrc ~* ('\m' || s.relname || '\M')) as used
    from plumbline.columns as c
    join pg_catalog.pg_depend as d on d.refclassid = 'pg_class'::regclass and d.refobjid = c.live_table
      and d.refobjsubid = c.live_attnum and d.classid = 'pg_class'::regclass and d.deptype = 'a'
    join pg_catalog.pg_class as s on s.oid = d.objid and s.relkind = 'S'
    where c.table_name = wanted_table
  loop
    if r.used then
      execute format('alter sequence %s owned by none', r.name);
    else
      raise warning 'dropped sequence %', r.name;
      execute format('drop sequence %s', r.name);
    end if;
  end loop;

  for r in -- of others: what our own inserts do not know may not be required
    select a.attname
    from pg_catalog.pg_attribute as a
    where a.attrelid = name::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
      and a.attidentity = ''
      and not exists (select from plumbline.columns as c where c.live_table = a.attrelid and c.live_attnum = a.attnum)
  loop
    raise warning 'column %.% is not of the schema and has no default: it is no longer required', wanted_table, r.attname;
    execute format('alter table %s alter column %I drop not null', name, r.attname);
  end loop;

  select string_agg(format('add column %I %s%s', c.column_name, plumbline.in_public(c.wanted),
      case when c.not_null then ' not null default ' || plumbline.in_public(c.default_value) end),
    ', ' order by c.attnum) into changes
  from plumbline.columns as c
  where c.table_name = wanted_table and c.live_attnum is null;
  if changes is not null then
    execute format('alter table %s %s', name, changes);
  end if;

  for r in
    select format('update only %s set %s where %s', name,
      string_agg(format('%I = %s', c.column_name, c.expression), ', '),
      string_agg(format('%I is null', c.column_name), ' or ')) as filling
    from plumbline.columns as c
    where c.table_name = wanted_table and c.filling is not null and not c.retype
      and (not c.live_not_null or current_setting('server_version_num')::integer >= 180000) -- 18: not null, not valid
    having count(*) > 0
  loop
    call plumbline.write(wanted_table, 'the values that rows lack', r.filling);
  end loop;

  select string_agg(x.change, ', ') into changes
  from plumbline.columns as c
  cross join lateral (values
    (c.retype, format('alter column %I type %s %s using %s', c.column_name, plumbline.in_public(c.wanted),
      case when c.wanted_collation <> 0 then 'collate pg_catalog."default"' end,
      replace(c.expression, 'plumbline.lead_status', 'public.lead_status'))),
    (c.default_value is not null and c.live_default is distinct from plumbline.in_public(c.default_value),
      format('alter column %I set default %s', c.column_name, plumbline.in_public(c.default_value))),
    (c.not_null, format('alter column %I set not null', c.column_name)),
    (not c.not_null and c.live_not_null, format('alter column %I drop not null', c.column_name))) as x (applies, change)
  where c.table_name = wanted_table and x.applies;
  execute format('alter table %s %s', name, changes);

  for r in
    select c.column_name, t.typstorage, a.attstattarget, a.attoptions, c.stored_otherwise
    from plumbline.columns as c
    join pg_catalog.pg_type as t on t.oid = c.live_type
    join pg_catalog.pg_attribute as a on a.attrelid = c.live_table and a.attnum = c.live_attnum
    where c.table_name = wanted_table and (c.stored_otherwise or a.attstattarget >= 0 or a.attoptions is not null)
  loop
    execute format('alter table %s alter column %I set statistics -1, alter column %2$I reset (n_distinct, n_distinct_inherited)',
      name, r.column_name);
    if r.attstattarget >= 0 or r.attoptions is not null then
      raise warning 'column %.%: reset statistics (%)', name, quote_ident(r.column_name), concat_ws(' ', r.attstattarget, r.attoptions);
    end if;
    if r.stored_otherwise then
      execute format('alter table %s alter column %I set storage %s%s', name, r.column_name,
        case r.typstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end,
        case when r.typstorage <> 'p' then format(', alter column %I set compression default', r.column_name) end);
    end if;
  end loop;

  for r in
    select c.column_name, c.comment, c.live_comment from plumbline.columns as c
    where c.table_name = wanted_table and c.comment is distinct from c.live_comment
  loop
    call plumbline.tell_comment(format('column %s.%I', name, r.column_name), r.live_comment, r.comment);
    execute format('comment on column %s.%I is %L', name, r.column_name, r.comment);
  end loop;
end
$$;
