create unique index concurrently many_id_key on public.many (id);
