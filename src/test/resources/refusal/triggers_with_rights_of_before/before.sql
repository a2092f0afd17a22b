-- Whoever wrote an order wrote a message with it, and could not any more, nor the order.
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create table public.orders (id serial primary key);
create function public.extra_message() returns trigger language plpgsql as $$ begin
  insert into public.messages (conversation_id, sender_type, content) values ('orders', 'system', 'new order'); return new; end $$;
create trigger extra_message after insert on public.orders for each row execute function public.extra_message();
grant insert on public.orders to authenticated;
-- Harmless: anybody may send in a lead, and nobody but the service role writes a job.
create function public.extra_lead() returns trigger language plpgsql as $$ begin
  insert into public.leads (name, email) values ('', ''); return new; end $$;
create trigger extra_lead after insert on public.orders for each row execute function public.extra_lead();
create table public.jobs (id serial primary key);
revoke all on public.jobs from anon, authenticated;
create trigger extra_message after insert on public.jobs for each row execute function public.extra_message();
