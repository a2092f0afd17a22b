alter table public.profiles add constraint profiles_email_key unique (email);
