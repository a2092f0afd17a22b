grant execute on function private.create_profile() to anon;
