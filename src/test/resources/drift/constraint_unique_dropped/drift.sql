alter table public.profiles drop constraint profiles_email_key;
