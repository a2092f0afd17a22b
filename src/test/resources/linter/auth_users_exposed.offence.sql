create view public.offence with (security_invoker = true) as select id, email from auth.users;
