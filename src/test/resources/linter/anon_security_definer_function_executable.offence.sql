grant execute on function private.is_admin() to anon;
