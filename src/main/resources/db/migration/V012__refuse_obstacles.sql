-- The stop before harm: up to here nothing outside schema plumbline has been touched.
-- An owner may have taken its own rights away, and could not look. It takes them back, and if it refuses, this goes with it.
do $$
declare
  own record;
begin
  for own in
    select c.oid::regclass as name
    from pg_catalog.pg_class as c
    join plumbline.ours as o on o.name = c.relname
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_has_role(current_user, c.relowner, 'usage') and not has_table_privilege(c.oid, 'select')
  loop
    execute format('grant all on %s to %I', own.name, current_user);
  end loop;
end
$$;

call plumbline.refuse_obstacles();
