alter function private.is_admin() reset all;
