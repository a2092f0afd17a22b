alter table public.leads add constraint offence foreign key (phone) references auth.users (phone);
