create index concurrently many_id_idx on public.many (id);
