create function private.stray() returns int language sql as $$ select 1 $$;
