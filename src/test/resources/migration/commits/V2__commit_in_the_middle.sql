begin;
create table public.half (id integer);
/* from here on it is done */ commit;
create table public.told as select current_setting('lock_timeout') as lock_timeout;
commit;
insert into public.mended values (1);
