create table public.half (id integer);
do $$
begin
    while (select shut from public.gate) loop
        perform pg_sleep(0.05);
    end loop;
end
$$;
