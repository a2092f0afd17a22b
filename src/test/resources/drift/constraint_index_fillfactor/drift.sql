alter index public.leads_pkey set (fillfactor = 50);
