-- The only script that touches anything outside schema plumbline, in one transaction: it happens as a whole, or not at all.
set local quote_all_identifiers = off; -- definitions are compared as texts
call plumbline.take_rights();
call plumbline.refuse_obstacles(); -- the stop before harm, while everybody else goes on working
call plumbline.lock_tables();
call plumbline.refuse_obstacles(); -- once more: rows may have come since
call plumbline.tell_effects();
call plumbline.tell_rights();
call plumbline.tell_rows();

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

-- The tables are as drafted: from here on migrations alter them in public. The drafts go in the same transaction, for what
-- forbids to drop a table here must take everything back.
drop procedure plumbline.try_sign_up, plumbline.sign_up, plumbline.try_rows, plumbline.converge_relations, plumbline.converge_columns,
  plumbline.converge_table, plumbline.converge_type, plumbline.converge_schema, plumbline.converge_extensions,
  plumbline.clear_the_way, plumbline.tell_comment, plumbline.revoke_rights, plumbline.drop_relations, plumbline.write,
  plumbline.wake_triggers, plumbline.quiet_triggers, plumbline.lock_tables, plumbline.take_rights, plumbline.tell_effects,
  plumbline.tell_rights, plumbline.tell_rows, plumbline.refuse_obstacles, plumbline.refuse;
drop function plumbline.refusal_of_profile, plumbline.row_obstacles, plumbline.object_obstacles;
drop view plumbline.breakages, plumbline.triggers_without_rights, plumbline.asking_triggers, plumbline.asking_policies, plumbline.retyped,
  plumbline.leaks, plumbline.open_triggers, plumbline.ways, plumbline.uses, plumbline.routines,
  plumbline.functions_of_policies, plumbline.our_names, plumbline.own_schemas;
drop view plumbline.function_plan, plumbline.dependents, plumbline.trigger_plan, plumbline.publication_obstacles, plumbline.relation_plan,
  plumbline.relations, plumbline.columns;
drop function plumbline.create_profile, plumbline.in_public, plumbline.email_of, plumbline.conversion,
  plumbline.is_convertible, plumbline.to_text_array, plumbline.new_id, plumbline.known_user, plumbline.agrees,
  plumbline.sign_up_objection, plumbline.time_zone, plumbline.is_utc;
drop view plumbline.users_as_profiles;
drop table plumbline.agent_messages, plumbline.workflow_executions, plumbline.leads, plumbline.messages,
  plumbline.conversations, plumbline.shared_memory, plumbline.profiles, plumbline.users, plumbline.ours, plumbline.secret,
  plumbline.quiet_triggers;
drop type plumbline.conversion, plumbline.lead_status;
drop type if exists plumbline.replaced_lead_status;
