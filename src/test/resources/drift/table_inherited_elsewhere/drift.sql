create schema elsewhere authorization service_role;
create table elsewhere.child () inherits (public.leads);
