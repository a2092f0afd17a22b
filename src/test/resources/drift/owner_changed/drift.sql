alter table public.leads owner to authenticator;
