create type public.lead_status as enum ('new', 'lost');
create table public.old_leads (id int, status public.lead_status);
create function public.open_leads(s public.lead_status) returns int language sql as 'select 1';
