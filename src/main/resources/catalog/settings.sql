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
-- Which options ("name=value") have values that are never shown, as far as their names tell, or a password in an address.
-- What a name ends with may say that it is no secret, but where one is kept, how long, or of what kind.
set local plumbline.secret = '^(?![^=]*(keyspace|_(algorithm|bits|column|columns|encryption|endpoint|expiry|id|name|path|required|size|ttl|type|uri|url))=)[^=]*(pass|pwd|secret|token|key|credential)[^=]*=|://[^/@]*:[^/@]*@';
