grant insert on auth.users to migrator;
