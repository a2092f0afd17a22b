-- Triggers of our own tables that do, with the rights of whoever fires them, what our policies do not let them do.
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role text not null default 'user', messages_count integer default 0);
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text not null, user_id uuid, role text not null, content text not null, updated_at timestamptz, last_message_at timestamptz);
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, source text, lead_score integer default 0, assigned_to uuid, extra_region text);
create table public.workflow_executions (id uuid primary key default gen_random_uuid(), conversation_id text not null, workflow_type text not null);
create function public.extra_score() returns trigger language plpgsql as $$ begin
  if new.source = 'referral' then new.lead_score := 50; end if; return new; end $$;
create trigger extra_score before insert on public.leads for each row execute function public.extra_score();
create function public.extra_assign() returns trigger language plpgsql as $$ begin
  select p.id into new.assigned_to from public.profiles as p where p.role = 'admin' limit 1; return new; end $$;
create trigger extra_assign before insert on public.leads for each row execute function public.extra_assign();
create function public.extra_notify() returns trigger language plpgsql as $$ begin
  perform pg_notify('leads', p.email) from profiles as p where p.role = 'admin'; return null; end $$;
create trigger extra_notify after insert on public.leads for each row execute function public.extra_notify();
create function public.extra_twice() returns trigger language plpgsql as $$ begin
  if exists (select from public.leads as l where l.email = new.email) then raise exception 'known'; end if; return new; end $$;
create trigger extra_twice before insert on public.leads for each row execute function public.extra_twice();
create function public.extra_start() returns trigger language plpgsql as $$ begin
  insert into workflow_executions (conversation_id, workflow_type) values (new.id::text, 'lead'); return null; end $$;
create trigger extra_start after insert on public.leads for each row execute function public.extra_start();
create function public.extra_again() returns trigger language plpgsql as $$ begin
  update public.leads set extra_region = 'eu' where id = new.id; return null; end $$;
create trigger extra_again after update of source on public.leads for each row execute function public.extra_again();
create function public.extra_count() returns trigger language plpgsql as $$ begin
  update public.profiles set messages_count = messages_count + 1 where id = auth.uid(); return null; end $$;
create trigger extra_count after insert on public.messages for each row execute function public.extra_count();
create function public.extra_clean() returns trigger language plpgsql as $$ begin
  delete from public.messages where conversation_id = old.conversation_id; return null; end $$;
create trigger extra_clean after delete on public.conversations for each row execute function public.extra_clean();
create function public.extra_greet() returns trigger language plpgsql as $$ begin
  insert into public.messages (conversation_id, sender_type, content) values (new.conversation_id, 'assistant', 'Hello'); return null; end $$;
create trigger extra_greet after insert on public.conversations for each row execute function public.extra_greet();
-- Its writer's rights are not asked, but nor does the policy ask who has set the score.
create function public.extra_owner() returns trigger language plpgsql security definer set search_path = '' as $$ begin
  new.lead_score = 10; return new; end $$;
create trigger extra_owner before insert on public.leads for each row execute function public.extra_owner();
-- Harmless: a table of the project's own, an extra column, what the policies let its users do, and what only the service role fires.
create table public.extra_log (what text);
create function public.extra_log() returns trigger language plpgsql as $$ begin
  insert into public.extra_log values (new.id::text); return new; end $$; -- not an insert into public.messages
create trigger extra_log after insert or update on public.leads for each row execute function public.extra_log();
create function public.extra_region() returns trigger language plpgsql as $$ begin
  if new.lead_score = 0 then new.extra_region := 'eu'; end if; new.lead_score := coalesce(new.lead_score, 0); return new; end $$;
create trigger extra_region before insert on public.leads for each row execute function public.extra_region();
create function public.extra_touch() returns trigger language plpgsql as $$ begin
  update public.conversations as c set last_message_at = now() where c.conversation_id = new.conversation_id; return new; end $$;
create trigger extra_touch after insert on public.messages for each row execute function public.extra_touch();
create trigger extra_count after insert on public.workflow_executions for each row execute function public.extra_count();
create trigger extra_count_deleted after delete on public.messages for each row execute function public.extra_count();
