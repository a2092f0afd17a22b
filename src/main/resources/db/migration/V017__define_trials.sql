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
