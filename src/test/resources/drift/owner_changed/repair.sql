alter table public.leads owner to current_user;
