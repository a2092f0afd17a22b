-- All tables in one transaction, under their locks: it happens as a whole, or not at all.
do $$
declare
  live record;
begin
  for live in
    select o.name from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by o.position
  loop
    execute format('lock table only public.%I in access exclusive mode', live.name);
  end loop;
end
$$;

call plumbline.refuse_obstacles(); -- once more: rows may have come since
call plumbline.clear_the_way();
call plumbline.converge_type();

call plumbline.converge_table('profiles');
call plumbline.converge_table('conversations');
call plumbline.converge_table('messages');
call plumbline.converge_table('leads');
call plumbline.converge_table('workflow_executions');
call plumbline.converge_table('agent_messages');
call plumbline.converge_table('shared_memory');

call plumbline.converge_columns('profiles');
call plumbline.converge_columns('conversations');
call plumbline.converge_columns('messages');
call plumbline.converge_columns('leads');
call plumbline.converge_columns('workflow_executions');
call plumbline.converge_columns('agent_messages');
call plumbline.converge_columns('shared_memory');

insert into public.profiles (id, email, full_name, avatar_url)
select u.id, u.email, u.full_name, u.avatar_url
from plumbline.users_as_profiles as u
where not exists (select from public.profiles as p where p.id = u.id);

call plumbline.converge_relations();
