alter foreign data wrapper far no handler;
drop extension file_fdw;
