drop trigger on_auth_user_created on auth.users;
