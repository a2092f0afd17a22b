alter type public.lead_status rename value 'lost' to 'gone';
