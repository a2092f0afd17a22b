-- What is left of the project's own must let our rows in. It is tried, and taken back whatever comes of it.

-- Two rows of each table, with no more than the schema requires, in a copy of it with all its rules but foreign keys.
create or replace procedure plumbline.try_rows()
language plpgsql set search_path = public, extensions
as $$
declare
  findings text[] := '{}';
  r record;
  reason text;
begin
  for r in
    select c.table_name, string_agg(format('%I', c.column_name), ', ' order by c.attnum) as columns,
      string_agg(case
        when c.wanted = 'uuid' then 'gen_random_uuid()'
        when c.wanted = 'jsonb' then quote_literal('{}')
        when c.column_name in ('role', 'sender_type') then quote_literal('user')
        when c.column_name = 'message_type' then quote_literal('input')
        when c.column_name = 'email' then 'gen_random_uuid() || ''@users.invalid'''
        else 'gen_random_uuid()::text' end, ', ' order by c.attnum) as required
    from plumbline.columns as c
    where c.not_null and c.default_value is null
    group by c.position, c.table_name
    order by c.position
  loop
    begin
      execute format('create temporary table %I (like public.%1$I including all)', r.table_name);
      execute format('insert into pg_temp.%I (%s) select %s from generate_series(1, 2)', r.table_name, r.columns, r.required);
      raise exception using errcode = 'PLB00';
    exception
      when sqlstate 'PLB00' then null;
      when others then
        get stacked diagnostics reason = pg_exception_detail; -- the columns, for the copy of an index has a name of its own
        findings := findings || format('public.%I: a row with what the schema requires would be refused (%s): give your own column a '
          'default that its rule accepts (if that is unique, one for each row), or drop the rule',
          r.table_name, sqlerrm || coalesce(' over ' || substring(reason from '^Key (\(.*?\))='), ''));
    end;
  end loop;
  call plumbline.refuse(findings);
end
$$;

-- As the trigger on auth.users will, see agentflow.create_profile(), or not at all.
create or replace function plumbline.create_profile() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_argv[0] = 'with profile' then
    insert into public.profiles (id, email, full_name, avatar_url)
    select u.id, u.email, u.full_name, u.avatar_url from plumbline.users_as_profiles as u where u.id = new.id
    on conflict (id) do nothing;
  end if;
  return new;
end
$$;

-- A new user like nobody, or like one who was let in: at the same host, with the same metadata.
create or replace procedure plumbline.sign_up(manner text, alike boolean)
language plpgsql set search_path = public, extensions
as $$
begin
  execute format('create or replace trigger on_auth_user_created after insert on auth.users
    for each row execute function plumbline.create_profile(%L)', manner);
  insert into auth.users (id, email, raw_user_meta_data)
  select n.id, concat(n.id, '@', coalesce(split_part(known.email, '@', 2), 'users.invalid')), known.raw_user_meta_data
  from gen_random_uuid() as n (id)
  left join lateral (select u.* from auth.users as u where alike and u.email like '%@%' limit 1) as known on true;
  raise exception using errcode = 'PLB00';
end
$$;

-- Why a sign-up is refused that would not be without its profile; empty: it is not refused; null: that cannot be told.
create or replace function plumbline.refusal_of_profile(alike boolean, others text, own text) returns text
language plpgsql set search_path = ''
as $$
declare
  reason text;
  state text;
  schema_name text;
  table_name text;
  place text;
begin
  begin
    call plumbline.sign_up('with profile', alike);
  exception
    when sqlstate 'PLB00' then
      return '';
    when others then
      get stacked diagnostics schema_name = schema_name, table_name = table_name, place = pg_exception_context;
      reason := sqlerrm;
      state := sqlstate;
  end;
  begin
    call plumbline.sign_up('without', alike);
  exception
    when sqlstate 'PLB00' then
      null;
    when others then
      raise warning 'a sign-up could not be tried: % (triggers of auth.users: %)', sqlerrm, coalesce(others, 'ours');
      return null;
  end;
  return format('auth.users: the profile of a new user would be refused (%s): %s', reason, case
    when state like '42%' and place ~ 'plumbline\.create_profile' then 'a function of your own behind a default, check or trigger of '
      'public.profiles fails under the empty search_path of ours: qualify the names in it, or set its search_path'
    when not (state like '23%' and schema_name = 'public' and table_name = 'profiles') then concat(
      'let in a row with id, email, full_name and avatar_url alone, or drop the trigger that refuses it', ', such as ' || coalesce(own, others))
    when others is null then 'give your own column a default that its rule accepts, or drop the rule'
    else format('trigger on_auth_user_created creates it, so that none may be created by trigger %s', others) end);
end
$$;

-- A sign-up, for another trigger may create the profile as well, through functions that cannot be read here. Constraints are
-- immediate by now. Whom nobody has invited, or who must not be like another, may be refused in one way and let in in the other.
create or replace procedure plumbline.try_sign_up()
language plpgsql set search_path = ''
as $$
declare
  others text;
  own text;
  alike boolean;
  refusal text;
  refusals text[] := '{}';
begin
  select string_agg(format('%I, which calls %I.%I()', t.tgname, n.nspname, p.proname), '; ' order by t.tgname)
      filter (where t.tgrelid = 'auth.users'::regclass),
    string_agg(format('%I', t.tgname), ', ' order by t.tgname) filter (where t.tgrelid <> 'auth.users'::regclass)
  into others, own
  from pg_catalog.pg_trigger as t
  join pg_catalog.pg_proc as p on p.oid = t.tgfoid
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  where t.tgrelid in ('auth.users'::regclass, 'public.profiles'::regclass) and not t.tgisinternal
    and t.tgname <> 'on_auth_user_created' and t.tgenabled <> 'D' and t.tgtype & 4 <> 0; -- on insert
  if not has_table_privilege('auth.users', 'insert') then
    if others is not null or own is not null then
      raise warning 'a sign-up could not be tried: % may not insert into auth.users, and there is also trigger %', current_user,
        concat_ws('; ', others, own);
    end if;
    return;
  end if;

  foreach alike in array array[false, true] loop
    refusal := plumbline.refusal_of_profile(alike, others, own);
    if refusal = '' then
      return;
    end if;
    refusals := refusals || refusal;
  end loop;
  call plumbline.refuse((array_remove(refusals, null))[:1]);
end
$$;
