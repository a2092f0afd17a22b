create extension file_fdw schema public;
alter foreign data wrapper far handler public.file_fdw_handler;
