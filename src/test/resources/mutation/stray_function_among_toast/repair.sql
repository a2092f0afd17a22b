drop function pg_toast.hidden();
