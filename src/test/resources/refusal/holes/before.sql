create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
create view public.lead_overview as select id, name, email from public.leads;
create table public.profiles (id uuid primary key references auth.users on delete cascade, email text not null, role text not null default 'user');
create function public.set_role(u uuid, r text) returns void language sql security definer as 'update public.profiles set role = r where id = u';
