-- Nothing that a role, a database or a connection string sets may change how PostgreSQL prints a definition.
set local search_path = '';
set local quote_all_identifiers = off;
set local standard_conforming_strings = on;
set local datestyle = 'ISO, YMD';
set local intervalstyle = 'postgres';
set local timezone = 'UTC';
set local extra_float_digits = 1;
set local bytea_output = 'hex';
set local lc_monetary = 'C';
set local xmloption = 'content';
-- The names of options whose values are never read, as far as names tell.
set local plumbline.secret = 'pass|secret|token|key|credential';
