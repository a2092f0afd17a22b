-- What must happen to each column: a comparison of public with the drafts. Nothing here changes anything.

-- How a value of another type becomes one of ours, and how to see of its text whether it can; null: it always can.
create type plumbline.conversion as (expression text, test text);

create or replace function plumbline.conversion(wanted text, live regtype, value text) returns plumbline.conversion
language plpgsql stable set search_path = ''
as $$
declare
  base pg_catalog.pg_type;
begin
  select t.* into base from pg_catalog.pg_type as t where t.oid = live;
  while base.typtype = 'd' loop
    select t.* into base from pg_catalog.pg_type as t where t.oid = base.typbasetype;
  end loop;
  return case
    when base.typname = 'bytea' then row(format('null::%s', wanted), 'no bytes'::text) -- in what encoding?
    when wanted = 'text' and base.typname in ('json', 'jsonb')
      then row(format('(%s #>> ''{}'')', value), case base.typname when 'json' then 'jsonb' end) -- json may hold \u0000, which no text may
    when wanted = 'text' then row(value || '::text', null::text)
    when wanted = 'integer' then row(format('%s::text::numeric::integer', value), wanted)
    when wanted = 'timestamp with time zone' and base.typname in ('timestamp', 'timestamptz', 'date')
      then row(value || '::timestamptz', null::text) -- the session's time zone is UTC here
    when wanted = 'jsonb' and base.typname <> 'json' and base.typcategory <> 'S' then row(format('to_jsonb(%s)', value), null::text)
    when wanted = 'text[]' and base.typcategory = 'A' then row(value || '::text[]', null::text)
    when wanted = 'text[]' and base.typname in ('json', 'jsonb')
      then row(format('plumbline.to_text_array(%s::jsonb)', value), 'json array'::text)
    else row(format('%s::text::%s', value, wanted), wanted)
  end;
end
$$;

create or replace function plumbline.is_convertible(value text, wanted text) returns boolean
language plpgsql stable set search_path = '' set timezone = 'UTC'
as $$
begin
  case wanted
    when 'no bytes' then return value is null;
    when 'uuid' then perform value::uuid;
    when 'integer' then
      return value is null or value::numeric = trunc(value::numeric) and value::numeric between -2147483648 and 2147483647;
    when 'jsonb' then perform value::jsonb;
    when 'timestamp with time zone' then
      -- 'tomorrow', '01/02/2024' and 20240101 could be read as well, but not as what somebody meant
      if value !~ '^\d{4}-\d\d-\d\d([T ]|$)' then
        return false;
      end if;
      perform value::timestamptz;
    when 'text[]' then perform value::text[];
    when 'json array' then return coalesce(jsonb_typeof(value::jsonb), 'array') in ('array', 'null');
    when 'plumbline.lead_status' then perform value::plumbline.lead_status;
  end case;
  return true;
exception when data_exception then
  return false;
end
$$;

create or replace function plumbline.to_text_array(value jsonb) returns text[]
language sql immutable set search_path = ''
as $$
  select case when jsonb_typeof(value) = 'array' then array(select jsonb_array_elements_text(value)) end
$$;

-- In which time zone a session of this database writes times that do not say theirs. A client has a setting of its own, which
-- hides the server's: that is looked up in its files, or taken to be the zone of its log, for initdb sets the two alike.
create or replace function plumbline.time_zone() returns text
language plpgsql stable set search_path = ''
as $$
declare
  zone text;
begin
  select set.zone into zone
  from pg_catalog.pg_db_role_setting as s
  cross join lateral unnest(s.setconfig) as x (setting)
  cross join lateral substring(x.setting from '(?i)^timezone=(.*)') as set (zone)
  where s.setdatabase in (0, (select d.oid from pg_catalog.pg_database as d where d.datname = current_database()))
    and set.zone is not null and (s.setrole = 0 or not plumbline.is_utc(set.zone))
  order by plumbline.is_utc(set.zone)
  limit 1;
  if zone is null and has_table_privilege('pg_catalog.pg_file_settings', 'select')
    and has_function_privilege('pg_catalog.pg_show_all_file_settings()', 'execute')
  then
    select f.setting into zone from pg_catalog.pg_file_settings as f where f.name ilike 'timezone' order by f.seqno desc limit 1;
  end if;
  return coalesce(zone, current_setting('log_timezone'));
end
$$;

create or replace function plumbline.is_utc(zone text) returns boolean
language sql immutable set search_path = ''
as $$
  select zone ~* '^(etc/)?(utc|uct|gmt|universal|zulu|greenwich)$'
$$;

-- Numbered rows get new ids. The same number becomes the same id wherever it stands, by a secret of this run.
create table plumbline.secret as select gen_random_uuid() as value;

create or replace function plumbline.new_id(table_name text, number text) returns uuid
language sql stable set search_path = ''
as $$
  select overlay(overlay(md5(s.value || table_name || number) placing '4' from 13) placing '8' from 17)::uuid
  from plumbline.secret as s
$$;

-- The profile that a text names: every user of auth has one after the run, and nobody else.
create or replace function plumbline.known_user(value text) returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  return (select u.id from auth.users as u where u.id = value::uuid);
exception when invalid_text_representation then
  return null;
end
$$;

-- What the profile of each user of auth is at sign-up; agentflow.create_profile() writes the same.
create or replace view plumbline.users_as_profiles as
select u.id, coalesce(nullif(u.email, ''), u.id || '@users.invalid') as email,
  u.raw_user_meta_data ->> 'full_name' as full_name, u.raw_user_meta_data ->> 'avatar_url' as avatar_url
from auth.users as u;

create or replace function plumbline.email_of(value text) returns text
language sql stable set search_path = ''
as $$
  select u.email from plumbline.users_as_profiles as u where u.id = plumbline.known_user(value)
$$;

-- Does the live enum have our labels in our order?
create or replace function plumbline.agrees(enum_name text) returns boolean
language sql stable set search_path = ''
as $$
  select count(*) filter (where v.labels is not null) = 2 and count(distinct v.labels) = 1
  from (
    select array_agg(e.enumlabel order by e.enumsortorder) as labels
    from pg_catalog.pg_type as t
    join pg_catalog.pg_enum as e on e.enumtypid = t.oid
    where t.typname = enum_name and t.typnamespace in ('public'::regnamespace, 'plumbline'::regnamespace)
    group by t.oid) as v
$$;

-- One row a column of ours. expression: its new value, of the old row; filling: what it is where there is none; test: whether
-- that can be computed; retype: that it must be, in a new type or with more in it; zone: in which its times were written, if not UTC.
create or replace view plumbline.columns as
with compared as (
  select
    o.position, o.name as table_name, d.attnum, d.attname as column_name,
    format_type(d.atttypid, d.atttypmod) as wanted, d.attnotnull as not_null,
    pg_get_expr(x.adbin, x.adrelid) as default_value, col_description(d.attrelid, d.attnum) as comment,
    c.oid as live_table, l.attnum as live_attnum, l.atttypid::regtype as live_type, l.attidentity, l.attgenerated,
    l.attnotnull as live_not_null, pg_get_expr(lx.adbin, lx.adrelid) as live_default,
    col_description(l.attrelid, l.attnum) as live_comment, d.attcollation as wanted_collation,
    t.typcategory = 'N' and d.atttypid = 'uuid'::regtype as numbered,
    l.attstorage <> t.typstorage or l.attcompression <> '' as stored_otherwise,
    l.attnum is not null and (
      format_type(l.atttypid, l.atttypmod) <> plumbline.in_public(format_type(d.atttypid, d.atttypmod))
      or l.attcollation <> d.attcollation
      or d.atttypid = 'plumbline.lead_status'::regtype and not plumbline.agrees('lead_status')) as other_type
  from plumbline.ours as o
  join pg_catalog.pg_class as dc on dc.relname = o.name and dc.relnamespace = 'plumbline'::regnamespace
  join pg_catalog.pg_attribute as d on d.attrelid = dc.oid and d.attnum > 0 and not d.attisdropped
  left join pg_catalog.pg_attrdef as x on x.adrelid = d.attrelid and x.adnum = d.attnum
  left join pg_catalog.pg_class as c
    on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  left join pg_catalog.pg_attribute as l on l.attrelid = c.oid and l.attname = d.attname and not l.attisdropped
  left join pg_catalog.pg_type as t on t.oid = l.atttypid
  left join pg_catalog.pg_attrdef as lx on lx.adrelid = l.attrelid and lx.adnum = l.attnum
), legacy as (
  -- What the new ids of conversations and other numbered tables leave behind for metadata.
  select c.table_name, string_agg(
    case c.column_name
      when 'id' then '''legacy_id'', to_jsonb(id)'
      else '''legacy_user_id'', case when plumbline.known_user(user_id::text) is null then to_jsonb(user_id) end' end,
    ', ') as entries
  from compared as c
  where c.column_name = 'id' and c.numbered
    or c.table_name = 'conversations' and c.column_name = 'user_id' and c.other_type
  group by c.table_name
)
select
  c.*,
  coalesce(c.other_type or c.column_name = 'metadata' and l.entries is not null, false) as retype,
  l.entries is not null as leaves_legacy,
  case when not plumbline.is_utc(written.zone) then written.zone end as zone,
  filled.filling, new_value.expression, new_value.test
from compared as c
left join legacy as l on l.table_name = c.table_name
left join pg_catalog.pg_constraint as k -- the draft's reference
  on k.contype = 'f' and k.conkey = array[c.attnum] and k.conrelid = format('plumbline.%I', c.table_name)::regclass
left join compared as r
  on r.column_name = 'id' and k.confrelid = format('plumbline.%I', r.table_name)::regclass
cross join lateral plumbline.conversion(c.wanted, c.live_type, format('%I', c.column_name)) as v
cross join lateral (
  select case
    when c.column_name = 'id' and c.numbered or r.numbered and c.numbered
      then format('plumbline.new_id(%L, %I::text)', coalesce(r.table_name, c.table_name), c.column_name)
    when c.table_name = 'conversations' and c.column_name = 'user_id' and c.other_type
      then 'plumbline.known_user(user_id::text)' end as expression
) as mapped
cross join lateral (
  select
    case
      when c.live_attnum is null then coalesce(c.default_value, format('null::%s', c.wanted))
      when not c.other_type then format('%I', c.column_name)
      else coalesce(mapped.expression, v.expression)
    end as expression,
    case when c.other_type and mapped.expression is null and v.test is not null
      then format('plumbline.is_convertible(%I::text, %L)', c.column_name, v.test) end as test
) as base
cross join lateral (
  select case
    when c.table_name = 'profiles' and c.column_name = 'email' and exists (
      select from compared as i where i.table_name = 'profiles' and i.column_name = 'id' and i.live_attnum is not null)
      then 'plumbline.email_of(id::text)'
    when c.not_null and (c.other_type or c.live_attnum is null) then c.default_value
    when c.not_null then plumbline.in_public(c.default_value) end as filling
) as filled
cross join lateral (
  select case when c.wanted = 'timestamp with time zone' and c.live_type in ('timestamp'::regtype, 'date'::regtype)
    then coalesce(substring(c.live_default from $z$(?:timezone\(|AT TIME ZONE )'([^']+)'$z$), plumbline.time_zone()) end as zone
) as written
cross join lateral (
  select
    case when filled.filling is not null then format('coalesce(%s, %s)', base.expression, filled.filling) else base.expression end
    || case when c.column_name = 'metadata' and l.entries is not null
      then format(' || jsonb_strip_nulls(jsonb_build_object(%s))', l.entries) else '' end as expression,
    base.test
) as new_value;
