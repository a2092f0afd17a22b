-- The rows of a table, looked at as what they would become. Each rule is asked of each row in one scan.
create or replace function plumbline.row_obstacles(wanted_table text)
returns table (subject text, rule text, rows bigint, example text)
language plpgsql stable set search_path = '' set timezone = 'UTC'
as $$
declare
  converted text; -- a query: the columns of ours with their new values, each row with its present key
  rules text;
  needed record;
begin
  select
    format('select %s, %s as plumbline_key from only public.%I',
      string_agg(
        format('%s as %I', case when c.test is null then c.expression else format('case when %s then %s end', c.test, c.expression) end, c.column_name)
        || case when c.test is not null then format(', not %s as %I', c.test, 'plumbline_' || c.column_name) else '' end
        || case when c.not_null and c.default_value is null
             then format(', %s as %I', case when c.filling is not null then format('(%s) is null', c.expression)
               when c.live_attnum is null then 'true' else format('%I is null', c.column_name) end,
               'plumbline_null_' || c.column_name) else '' end
        || case when c.zone is not null then format(', %I is not null as %I', c.column_name, 'plumbline_zone_' || c.column_name)
             else '' end
        || case when c.table_name = 'conversations' and c.column_name = 'user_id' and c.live_attnum is not null
             then ', coalesce(plumbline.known_user(user_id::text)::text, user_id::text) as plumbline_user' else '' end, ', '),
      case when bool_or(c.column_name = 'id' and c.live_attnum is not null) then 'coalesce(id::text, ctid::text)' else 'ctid::text' end,
      wanted_table),
    concat_ws(', ',
      string_agg(format('(%L, %I)', format('%I (%s) cannot become %s%s', c.column_name, c.live_type,
          plumbline.in_public(c.wanted), (
            select ', which is ' || string_agg(e.enumlabel, ', ' order by e.enumsortorder)
            from pg_catalog.pg_enum as e where e.enumtypid = c.wanted::regtype)),
        'plumbline_' || c.column_name), ', ') filter (where c.test is not null),
      string_agg(format('(%L, %I)', format('%I must not be null, and has no default', c.column_name), 'plumbline_null_' || c.column_name), ', ')
        filter (where c.not_null and c.default_value is null),
      string_agg(format('(%L, %I)', format('%I has no time zone, and this database writes times in that of %s: alter it to timestamptz '
        'yourself, with the zone that its values have', c.column_name, c.zone), 'plumbline_zone_' || c.column_name), ', ')
        filter (where c.zone is not null),
      (select string_agg(format('(%L, octet_length(concat(%s)) > 2500)', format('%I: what it holds of a row is longer than 2500 bytes, '
          'and an index of PostgreSQL cannot hold that: shorten it', i.name), i.columns), ', ')
        from (
          select ic.relname as name, string_agg(format('%I', a.attname), ', ' order by a.attnum) as columns
          from pg_catalog.pg_index as x
          join pg_catalog.pg_class as ic on ic.oid = x.indexrelid
          join pg_catalog.pg_am as m on m.oid = ic.relam and m.amname = 'btree'
          join pg_catalog.pg_attribute as a on a.attrelid = x.indrelid and a.attnum = any (x.indkey) and a.atttypid = 'text'::regtype
          where x.indrelid = format('plumbline.%I', wanted_table)::regclass
          group by ic.relname) as i),
      (select string_agg(format('(%L, not (%s))', format('%I: %s', k.conname, pg_get_constraintdef(k.oid)), pg_get_expr(k.conbin, k.conrelid)), ', ')
        from pg_catalog.pg_constraint as k
        where k.contype = 'c' and k.conrelid = format('plumbline.%I', wanted_table)::regclass))
  into converted, rules
  from plumbline.columns as c
  where c.table_name = wanted_table and c.live_table is not null
  having count(*) > 0;

  subject := format('public.%I', wanted_table);
  if wanted_table = 'profiles' then
    return query execute format(
      'with r as (%s), missing as (
         select u.id, u.email from plumbline.users_as_profiles as u where not exists (select from r where r.id = u.id))
       select %L, ''profiles_email_key: a user of auth without a profile has an e-mail address that another has'', count(*), min(m.id::text)
       from missing as m
       where exists (select from r where r.email = m.email)
         or exists (select from missing as other where other.email = m.email and other.id <> m.id)
       having count(*) > 0', coalesce(converted, 'select null::uuid as id, null::text as email where false'), subject);
  end if;
  if converted is null then
    return; -- there is no such table yet
  end if;
  return query execute format(
    'select %L, f.rule, count(*), min(r.plumbline_key) from (%s) as r cross join lateral (values %s) as f (rule, broken) where f.broken group by f.rule',
    subject, converted, rules);

  if converted ~ 'plumbline_user' then
    return query execute format(
      'select %L, ''conversation_id: a conversation belongs to one user, and some belong to several'', count(*), min(s.conversation_id)
       from (select r.conversation_id from (%s) as r
             group by r.conversation_id having count(distinct r.plumbline_user) > 1) as s
       having count(*) > 0', subject, converted);
  end if;
  if exists (
    select from plumbline.columns as c
    where c.table_name = wanted_table and c.column_name = 'metadata' and c.leaves_legacy and c.live_attnum is not null)
  then
    return query execute format(
      'select %L, ''metadata: has legacy_id or legacy_user_id already, where the old keys are to go: rename it'', count(*), min(ctid::text)
       from only public.%I where metadata::text ~ ''"legacy_(user_)?id"[[:space:]]*:'' having count(*) > 0', subject, wanted_table);
  end if;

  for needed in
    select k.contype, format('%I: %s', k.conname, plumbline.in_public(pg_get_constraintdef(k.oid))) as rule,
      (select string_agg(format('%I', a.attname), ', ') from pg_catalog.pg_attribute as a
        where a.attrelid = k.conrelid and a.attnum = any (k.conkey)) as columns,
      (select c.relname from pg_catalog.pg_class as c where c.oid = k.confrelid) as parent
    from pg_catalog.pg_constraint as k
    where k.contype in ('p', 'u', 'f') and k.conrelid = format('plumbline.%I', wanted_table)::regclass
    order by k.contype, k.conname
  loop
    if needed.contype <> 'f' then
      return query execute format(
        'select %L, %L, count(*), min(r.plumbline_key) from (
           select r.plumbline_key, count(*) over (partition by %s) as n from (%s) as r where (%3$s) is not null) as r
         where r.n > 1 having count(*) > 0', subject, needed.rule, needed.columns, converted);
    else
      return query execute format(
        'select %L, %L, count(*), min(r.plumbline_key) from (%s) as r
         where r.%4$s is not null and not exists (select from (%5$s) as p where p.id = r.%4$s) having count(*) > 0',
        subject, needed.rule, converted, needed.columns,
        case
          -- every user of auth has a profile after the run
          when needed.parent in ('users', 'profiles') then 'select u.id from auth.users as u'
          else coalesce(
            (select format('select %s as id from only public.%I', case when c.test is null then c.expression
               else format('case when %s then %s end', c.test, c.expression) end, c.table_name)
             from plumbline.columns as c
             where c.table_name = needed.parent and c.column_name = 'id' and c.live_attnum is not null),
            'select null::uuid as id')
        end);
    end if;
  end loop;
end
$$;

-- What is kept, and will not be as free as it was: rows of nobody keep the owner of the others from adding one.
create or replace procedure plumbline.tell_rows()
language plpgsql set search_path = ''
as $$
declare
  counting text;
  r record;
begin
  select format('select count(*) as conversations, min(s.conversation_id) as example
      from (select r.conversation_id from (select %s from only public.conversations) as r
            group by r.conversation_id having count(r.user_id) between 1 and count(*) - 1) as s having count(*) > 0',
    string_agg(format('%s as %I', c.expression, c.column_name), ', '))
  into counting
  from plumbline.columns as c
  where c.table_name = 'conversations' and c.column_name in ('conversation_id', 'user_id') and c.live_attnum is not null
  having count(*) = 2;
  if counting is null then
    return; -- none has an owner yet
  end if;
  for r in execute counting loop
    raise warning 'conversations that have rows of a user and rows of nobody, to which the user can add none: %, such as %. Give their '
      'rows of nobody that user; after the run, with trigger conversations_refuse_foreign_claim disabled for that transaction',
      r.conversations, r.example;
  end loop;
end
$$;

-- One exception names them all.
create or replace procedure plumbline.refuse(findings text[])
language plpgsql set search_path = ''
as $$
begin
  if cardinality(findings) > 0 then
    raise exception using
      errcode = 'check_violation',
      message = format('this database cannot be brought to the schema yet: %s finding%s', cardinality(findings),
        case cardinality(findings) when 1 then '' else 's' end),
      detail = array_to_string(findings, E'\n'),
      hint = 'Nothing has been changed. Correct what each line names, then run again.';
  end if;
end
$$;

create or replace procedure plumbline.refuse_obstacles()
language plpgsql set search_path = ''
as $$
declare
  findings text[];
begin
  findings := array(select concat(o.subject, ': ', o.rule) from plumbline.object_obstacles() as o group by 1 order by 1);
  -- rows can be looked at only where there are tables, and every row of them is seen
  if not exists (
    select from unnest(findings) as f where f ~ ': (the name is needed for a table|belongs to role|row level security hides)')
  then
    findings := findings || array(
      select format('%s: %s (%s row%s, such as %s)', r.subject, r.rule, r.rows, case r.rows when 1 then '' else 's' end, r.example)
      from plumbline.ours as o
      cross join lateral plumbline.row_obstacles(o.name) as r
      where o.kind = 'r'
      order by o.position, r.rule);
  end if;

  call plumbline.refuse(findings);
end
$$;
