-- The only script that touches anything outside schema plumbline, in one transaction: it happens as a whole, or not at all.
call plumbline.take_rights();
call plumbline.refuse_obstacles(); -- the stop before harm, while everybody else goes on working
call plumbline.lock_tables();
call plumbline.refuse_obstacles(); -- once more: rows may have come since

set constraints all immediate; -- no table can be altered while a deferred constraint waits to be asked
call plumbline.clear_the_way();
call plumbline.quiet_triggers();
call plumbline.converge_extensions();
call plumbline.converge_schema();
call plumbline.converge_type();

call plumbline.converge_table('profiles');
call plumbline.converge_table('conversations');
call plumbline.converge_table('messages');
call plumbline.converge_table('leads');
call plumbline.converge_table('workflow_executions');
call plumbline.converge_table('agent_messages');
call plumbline.converge_table('shared_memory');
call plumbline.revoke_rights();

call plumbline.converge_columns('profiles');
call plumbline.converge_columns('conversations');
call plumbline.converge_columns('messages');
call plumbline.converge_columns('leads');
call plumbline.converge_columns('workflow_executions');
call plumbline.converge_columns('agent_messages');
call plumbline.converge_columns('shared_memory');

call plumbline.write('profiles', 'the profiles of users who have none', $$
  insert into public.profiles (id, email, full_name, avatar_url)
  select u.id, u.email, u.full_name, u.avatar_url
  from plumbline.users_as_profiles as u
  where not exists (select from public.profiles as p where p.id = u.id)
$$);

call plumbline.wake_triggers();
call plumbline.converge_relations();
call plumbline.try_rows();
call plumbline.try_sign_up();
