create table auth.leads_of_others () inherits (public.leads);
