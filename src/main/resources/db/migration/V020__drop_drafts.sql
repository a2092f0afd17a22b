-- The tables are as drafted: from here on migrations alter them in public.
drop procedure plumbline.try_sign_up, plumbline.try_rows, plumbline.converge_relations, plumbline.converge_columns,
  plumbline.converge_table, plumbline.converge_type, plumbline.converge_schema, plumbline.converge_extensions,
  plumbline.clear_the_way, plumbline.drop_relations, plumbline.write, plumbline.wake_triggers, plumbline.quiet_triggers,
  plumbline.lock_tables, plumbline.take_rights, plumbline.refuse_obstacles, plumbline.refuse;
drop function plumbline.row_obstacles, plumbline.object_obstacles;
drop view plumbline.leaks, plumbline.open_triggers, plumbline.ways, plumbline.uses, plumbline.routines, plumbline.own_schemas;
drop view plumbline.function_plan, plumbline.dependents, plumbline.trigger_plan, plumbline.relation_plan,
  plumbline.relations, plumbline.columns;
drop function plumbline.create_profile, plumbline.in_public, plumbline.email_of, plumbline.conversion,
  plumbline.is_convertible, plumbline.to_text_array, plumbline.new_id, plumbline.known_user, plumbline.agrees;
drop view plumbline.users_as_profiles;
drop table plumbline.agent_messages, plumbline.workflow_executions, plumbline.leads, plumbline.messages,
  plumbline.conversations, plumbline.shared_memory, plumbline.profiles, plumbline.users, plumbline.ours, plumbline.secret,
  plumbline.quiet_triggers;
drop type plumbline.conversion, plumbline.lead_status;
drop type if exists plumbline.replaced_lead_status;
