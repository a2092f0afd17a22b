grant service_role to anon;
