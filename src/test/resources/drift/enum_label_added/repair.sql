-- PostgreSQL has no other way to take a label back.
delete from pg_enum where enumtypid = 'public.lead_status'::regtype and enumlabel = 'stray';
