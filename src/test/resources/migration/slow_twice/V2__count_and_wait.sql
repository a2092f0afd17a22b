update public.done set times = times + 1;
commit;
do $$
begin
    while (select shut from public.gate) loop
        perform pg_sleep(0.05);
    end loop;
end
$$;
