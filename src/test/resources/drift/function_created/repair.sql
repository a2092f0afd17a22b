drop function private.stray();
