alter type public.lead_status add value 'stray' before 'lost';
