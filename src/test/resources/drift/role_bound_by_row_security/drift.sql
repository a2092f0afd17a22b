alter role service_role nobypassrls;
