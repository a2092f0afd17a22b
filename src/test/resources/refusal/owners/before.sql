create table public.leads (id uuid);
alter table public.leads owner to stranger;
create schema agentflow authorization stranger;
