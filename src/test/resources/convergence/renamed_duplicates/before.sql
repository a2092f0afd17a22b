-- Kind 3: what we want, under other names, and twice; a table of somebody else refers to it.
-- include: finished
-- include: agentflow/seed_rows.sql
alter table public.conversations rename constraint conversations_pkey to conversations_pk;
alter table public.conversations rename constraint conversations_role_check to role_ok;
alter table public.conversations add constraint role_ok_again check (role in ('user', 'assistant', 'system'));
alter table public.profiles rename constraint profiles_email_key to unique_email;
create unique index profiles_email_uq on public.profiles (email);
alter index public.leads_metadata_idx rename to tmp;
alter index public.messages_metadata_idx rename to leads_metadata_idx;
alter index public.tmp rename to messages_metadata_idx;
create index idx_dup on public.leads (status, created_at desc);
alter table public.leads rename constraint leads_assigned_to_fkey to fk_owner;
alter trigger leads_set_updated_at on public.leads rename to touch_leads;
create function public.touch() returns trigger language plpgsql as $$ begin new."updated_at" := current_timestamp; return new; end $$;
create trigger touch before update on public.messages for each row execute function public.touch();
create table public.extra_note (id bigint primary key, conversation uuid references public.conversations (id), updated_at timestamptz);
create trigger touch before update on public.extra_note for each row execute function public.touch();
