alter index public.leads_pkey reset (fillfactor);
