-- Rows could be written before, and each insert would fail in a trigger after the type of a column has changed.
create table public.conversations (id bigserial primary key, conversation_id text not null, user_id text, role text not null, content text not null);
create table public.audit_log (id bigserial primary key, row_id bigint, row_key text, what jsonb);
create function public.extra_log() returns trigger language plpgsql as $$ begin
  insert into public.audit_log (row_id) values (new.id); return new; end $$;
create trigger extra_log after insert on public.conversations for each row execute function public.extra_log();
create function public.extra_own() returns trigger language plpgsql as $$ begin
  if NEW . "user_id" <> auth.uid()::text then raise exception 'not yours'; end if; return new; end $$;
create trigger extra_own before insert on public.conversations for each row execute function public.extra_own();
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, status text default 'new', updated_at timestamp with time zone);
create function public.extra_status() returns trigger language plpgsql as $$ begin
  if new.status = 'new' then new.status := 'received'; end if; return new; end $$;
create trigger extra_status before insert on public.leads for each row execute function public.extra_status();
-- Harmless: whole rows, texts, and columns that keep their type.
create function public.extra_any() returns trigger language plpgsql as $$ begin
  insert into public.audit_log (row_key, what) values (new.id::text || new.conversation_id, to_jsonb(new)); return new; end $$;
create trigger extra_any after insert on public.conversations for each row execute function public.extra_any();
