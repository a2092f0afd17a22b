revoke execute on function private.create_profile() from anon;
