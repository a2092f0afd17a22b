create index concurrently one_idx on public.one (id);
create role a_role password 'hidden-word';
