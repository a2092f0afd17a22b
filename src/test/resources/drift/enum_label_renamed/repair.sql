alter type public.lead_status rename value 'gone' to 'lost';
