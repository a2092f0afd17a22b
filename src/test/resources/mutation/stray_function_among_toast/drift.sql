create function pg_toast.hidden() returns integer language sql security definer as 'select 1';
