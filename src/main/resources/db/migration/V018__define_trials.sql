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

-- As the trigger on auth.users will, see agentflow.create_profile().
create or replace function plumbline.create_profile() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.profiles (id, email, full_name, avatar_url)
  select u.id, u.email, u.full_name, u.avatar_url from plumbline.users_as_profiles as u where u.id = new.id
  on conflict (id) do nothing;
  return new;
end
$$;

-- A sign-up, for another trigger may create the profile as well, through functions that cannot be read here.
create or replace procedure plumbline.try_sign_up()
language plpgsql set search_path = public, extensions
as $$
declare
  others text;
  schema_name text;
  table_name text;
  place text;
  remedy text;
begin
  select string_agg(format('%I, which calls %I.%I()', t.tgname, n.nspname, p.proname), '; ' order by t.tgname) into others
  from pg_catalog.pg_trigger as t
  join pg_catalog.pg_proc as p on p.oid = t.tgfoid
  join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
  where t.tgrelid = 'auth.users'::regclass and not t.tgisinternal and t.tgname <> 'on_auth_user_created'
    and t.tgenabled <> 'D' and t.tgtype & 4 <> 0; -- on insert
  if not has_table_privilege('auth.users', 'insert') then
    if others is not null then
      raise warning 'a sign-up could not be tried: % may not insert into auth.users, where there is also trigger %', current_user, others;
    end if;
    return;
  end if;

  create or replace trigger on_auth_user_created after insert on auth.users
    for each row execute function plumbline.create_profile();
  insert into auth.users (id, email)
  select u.id, u.id || '@users.invalid' from gen_random_uuid() as u (id);
  raise exception using errcode = 'PLB00';
exception
  when sqlstate 'PLB00' then
    null;
  when others then
    get stacked diagnostics schema_name = schema_name, table_name = table_name, place = pg_exception_context;
    remedy := case
      when sqlstate like '42%' and place ~ 'plumbline\.create_profile' then 'a function of your own behind a default, check or trigger of '
        'public.profiles fails under the empty search_path of ours: qualify the names in it, or set its search_path'
      when not (sqlstate like '23%' and schema_name = 'public' and table_name = 'profiles') then null
      when others is null then 'give your own column a default that its rule accepts, or drop the rule'
      else format('trigger on_auth_user_created creates it, so that none may be created by trigger %s', others) end;
    if remedy is not null then
      call plumbline.refuse(array[format('auth.users: the profile of a new user would be refused (%s): %s', sqlerrm, remedy)]);
    end if;
    raise warning 'a sign-up could not be tried: % (triggers of auth.users: %)', sqlerrm, coalesce(others, 'ours');
end
$$;
