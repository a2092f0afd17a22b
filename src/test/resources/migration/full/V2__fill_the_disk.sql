-- What PostgreSQL says when it cannot extend a file.
insert into public.some values (1);
do $$
begin
    raise exception using errcode = 'disk_full', message = 'could not extend file "base/5/16384": No space left on device',
      hint = 'Check free disk space.';
end
$$;
