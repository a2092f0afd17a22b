alter table public.leads drop constraint leads_assigned_to_fkey;
alter table public.leads add constraint leads_assigned_to_fkey foreign key (assigned_to) references public.profiles (id) on delete cascade;
