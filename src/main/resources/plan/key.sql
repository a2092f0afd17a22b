-- One row: an expression that tells a row of the table from others: its primary key as JSON, or where it lies.
select coalesce(
         (select format('jsonb_build_object(%s)::text', string_agg(format('%L, %I', a.attname, a.attname), ', ' order by k.n))
            from pg_index i
            cross join unnest(i.indkey[0:i.indnkeyatts - 1]) with ordinality k (attnum, n)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
           where i.indrelid = to_regclass(?) and i.indisprimary
          having count(*) > 0),
         'ctid::text') as "key"
