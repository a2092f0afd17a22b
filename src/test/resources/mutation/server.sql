-- What belongs to the whole server. Roles and a place for tables are made once, and not by "create database ... template".
create role mutation_owner nologin;
create role mutation_reader nologin connection limit 7 valid until '2031-01-01 00:00:00+00';
create role mutation_writer nologin createdb;
create role mutation_spare nologin;
create role "mutation ""Ω"" role" nologin;
alter role mutation_reader set statement_timeout = '5s';
alter role mutation_reader set "app.api_key" = 'not to be read';
grant mutation_reader to mutation_writer;
grant pg_read_all_stats to mutation_spare;
comment on role mutation_reader is 'Reads';
