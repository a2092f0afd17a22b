create or replace procedure plumbline.drop_relations()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  for r in -- 18 keeps not null as a constraint, which may bear a name of ours, or be none of an heir's
    select k.conrelid::regclass as table_name, k.conname as name, k.connoinherit, w.name is not null as taken,
      format('%s_%s_not_null', c.table_name, c.column_name) as free_name
    from pg_catalog.pg_constraint as k
    join plumbline.columns as c on c.live_table = k.conrelid and k.conkey = array[c.live_attnum]
    left join plumbline.relations as w on w.relnamespace = 'plumbline'::regnamespace and w.kind = 'constraint' and w.name = k.conname
    where k.contype = 'n' and (k.connoinherit or w.name is not null)
  loop
    if r.connoinherit then
      execute format('alter table %s alter constraint %I inherit', r.table_name, r.name);
    end if;
    if r.taken then
      execute format('alter table %s rename constraint %I to %I', r.table_name, r.name, r.free_name);
    end if;
  end loop;

  for r in
    select * from plumbline.relation_plan where action = 'drop' order by type <> 'f', kind, position, name
  loop
    raise warning 'dropped % %.% (%)', r.kind, r.table_name, r.name, r.definition;
    if r.kind = 'constraint' then
      -- cascade: to foreign keys of ours, which are made again; those of others have been refused
      execute format('alter table public.%I drop constraint if exists %I cascade', r.table_name, r.name);
    else
      execute format('drop index if exists public.%I cascade', r.name);
    end if;
  end loop;
end
$$;

-- Constraints and indexes: what is right under another name is renamed, what is absent is made, foreign keys last.
create or replace procedure plumbline.converge_relations()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  call plumbline.drop_relations();

  for r in -- in two turns, for two may bear each other's names
    select p.*, turn
    from plumbline.relation_plan as p
    cross join generate_series(1, 2) as turn
    where p.action = 'keep' and p.name <> p.wanted_name
    order by turn
  loop
    if r.kind = 'constraint' then
      execute format('alter table public.%I rename constraint %I to %I', r.table_name,
        case r.turn when 1 then r.name else 'plumbline_' || r.oid end, case r.turn when 1 then 'plumbline_' || r.oid else r.wanted_name end);
    else
      execute format('alter index public.%I rename to %I',
        case r.turn when 1 then r.name else 'plumbline_' || r.oid end, case r.turn when 1 then 'plumbline_' || r.oid else r.wanted_name end);
    end if;
  end loop;

  for r in
    select p.*, d.comment
    from plumbline.relation_plan as p
    cross join obj_description(p.oid, case p.kind when 'constraint' then 'pg_constraint' else 'pg_class' end) as d (comment)
    where p.action = 'keep' and d.comment is not null
  loop
    call plumbline.tell_comment(format('%s %I of public.%I', r.kind, r.wanted_name, r.table_name), r.comment, null);
    if r.kind = 'constraint' then
      execute format('comment on constraint %I on public.%I is null', r.wanted_name, r.table_name);
    else
      execute format('comment on index public.%I is null', r.wanted_name);
    end if;
  end loop;

  for r in
    select string_agg(format('add constraint %I %s', w.name, w.definition), ', ' order by w.name) as additions, w.table_name
    from plumbline.relations as w
    where w.relnamespace = 'plumbline'::regnamespace and w.kind = 'constraint'
      and not exists (
        select from plumbline.relation_plan as p
        where p.kind = w.kind and p.table_name = w.table_name and p.wanted_name = w.name and p.action = 'keep')
    group by w.table_name, w.position, w.type = 'f'
    order by w.type = 'f', w.position
  loop
    execute format('alter table public.%I %s', r.table_name, r.additions);
  end loop;

  for r in
    select format('create index %I on public.%I %s', w.name, w.table_name, w.definition) as creation
    from plumbline.relations as w
    where w.relnamespace = 'plumbline'::regnamespace and w.kind = 'index'
      and not exists (
        select from plumbline.relation_plan as p
        where p.kind = w.kind and p.table_name = w.table_name and p.wanted_name = w.name and p.action = 'keep')
    order by w.position, w.name
  loop
    execute r.creation;
  end loop;

  for r in select o.name from plumbline.ours as o where o.kind = 'r' loop
    execute format('alter table public.%I replica identity default', r.name);
  end loop;
end
$$;
