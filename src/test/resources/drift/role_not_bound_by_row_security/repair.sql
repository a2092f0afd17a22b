alter role anon nobypassrls;
