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
-- With E before it a text is the same however standard_conforming_strings was when this began to be read.
-- What of an option ("name=value") is never shown: the value, where the name tells that it is a secret, but not where the name
-- ends with what says that it is only about one (where it is kept, how long, of what kind); else a password in an address, in a
-- connection string or in a query, so that a changed host is seen. What stands before it is the only group that matches.
set local plumbline.secret = E'^((?![^=]*(?:[_.](?:algorithm|aud|audience|bits|claim|column|columns|encryption|endpoint|exp|expiry|id|issuer|name|path|required|role|size|ttl|type|uri|url))=)[^=]*(?:pass(?:word|wd|phrase|code)|(?<!by|com)pass(?![a-z])|pwd|secret|token(?!iz)|(?<!mon|public|public_)keys?(?![a-z])|credential|(?<![a-z])jwt(?![a-z])|(?<![a-z])auth(?:orization)?(?![a-z])|bearer)[^=]*=).*$|(://[^/@:[:space:]]*:)[^/?[:space:]]*(?=@)|(\\m(?:password|passwd|pwd|secret|token|api_?key)\\s*=\\s*)(?:''[^'']*''|[^[:space:],;&]+)';
-- The same of the arguments of a trigger, which may be JSON: a member whose name tells; a token, a password in an address, a query.
set local plumbline.secret_argument = E'("[^"]*(?:authorization|secret|token|api.?key|passw|credential)[^"]*"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*|(\\mBearer\\s+(?=[^[:space:]''"])|\\m(?=eyJ[\\w-]+\\.[\\w-]+\\.)|://[^/@:[:space:]]*:(?=[^/?[:space:]]*@)|[?&](?:token|api_?key|key|secret|password)=)[^''"&@[:space:]]*';
