alter function private.is_admin() set search_path = public;
