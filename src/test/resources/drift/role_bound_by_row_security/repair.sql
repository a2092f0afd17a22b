alter role service_role bypassrls;
