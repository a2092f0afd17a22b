create materialized view public.offence as select id from public.leads;
