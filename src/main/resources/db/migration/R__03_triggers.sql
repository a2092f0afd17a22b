-- First, for a sign-up locks auth.users and then profiles. auth.users is the platform's: the right TRIGGER on it is enough to
-- create and replace, not to drop or comment.
create or replace trigger on_auth_user_created after insert on auth.users
  for each row execute function agentflow.create_profile();

-- Guards bind whom row level security binds: a row_security_active() in WHEN is asked as the role that writes, so that the
-- owner (foreign key actions too) and the service role pass.

create or replace trigger profiles_set_updated_at before update on public.profiles
  for each row execute function agentflow.set_updated_at();
create or replace trigger conversations_set_updated_at before update on public.conversations
  for each row execute function agentflow.set_updated_at();
create or replace trigger messages_set_updated_at before update on public.messages
  for each row execute function agentflow.set_updated_at();
create or replace trigger leads_set_updated_at before update on public.leads
  for each row execute function agentflow.set_updated_at();
create or replace trigger workflow_executions_set_updated_at before update on public.workflow_executions
  for each row execute function agentflow.set_updated_at();
create or replace trigger agent_messages_set_updated_at before update on public.agent_messages
  for each row execute function agentflow.set_updated_at();
create or replace trigger shared_memory_set_updated_at before update on public.shared_memory
  for each row execute function agentflow.set_updated_at();

create or replace trigger shared_memory_count_access before update on public.shared_memory
  for each row when (old.memory_value is distinct from new.memory_value)
  execute function agentflow.count_memory_access();

create or replace trigger profiles_refuse_unless_admin before update on public.profiles
  for each row when (
    (old.id, old.email, old.role, old.created_at) is distinct from (new.id, new.email, new.role, new.created_at)
    and row_security_active('public.profiles'::regclass))
  execute function agentflow.refuse_unless_admin();

create or replace trigger messages_refuse_foreign_parent
  before insert or update of conversation_id, parent_message_id on public.messages
  for each row when (new.parent_message_id is not null and row_security_active('public.messages'::regclass))
  execute function agentflow.refuse_foreign_parent();

-- This one binds everybody, the service role too: a backend that passes on an id it was given must not open what it names.
create or replace trigger conversations_refuse_foreign_claim
  before insert or update of conversation_id, user_id on public.conversations
  for each row execute function agentflow.refuse_foreign_claim();

create or replace trigger messages_share_claim_lock before insert or update of conversation_id on public.messages
  for each row execute function agentflow.share_claim_lock();
create or replace trigger shared_memory_share_claim_lock before insert or update of conversation_id on public.shared_memory
  for each row execute function agentflow.share_claim_lock();

-- Whoever signed up before the trigger was there; the trigger's lock keeps others out until it is.
insert into public.profiles (id, email, full_name, avatar_url)
select u.id, coalesce(nullif(u.email, ''), u.id || '@users.invalid'),
  u.raw_user_meta_data ->> 'full_name', u.raw_user_meta_data ->> 'avatar_url'
from auth.users as u
where not exists (select from public.profiles as p where p.id = u.id);
