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
-- What of a text is never shown, such as an argument of a trigger: in JSON a member whose name tells, but not where it ends with what
-- says that it is only about a secret; a header that does; a password in an address, a connection string or a query; a token that
-- begins as such ones do. What stands before it is the only group that matches, so that a changed host is seen.
set local plumbline.secret_in_text = E'(\\\\*"(?![^"]*[_.-](?:algorithm|aud|audience|bits|claim|encryption|endpoint|exp|expiry|id|issuer|name|path|required|role|size|ttl|type|uri|url)\\\\*")(?:[^"]*(?:authorization|secret|token|api.?key|passw|passphrase|credential|private.?key|cookie)[^"]*|(?:[^"]*[_.-])?(?:pass|pwd|jwt|sig|signature|sas|pin))\\\\*"\\s*:\\s*\\\\*")(?:[^"\\\\]|\\\\.)*|(\\m[\\w-]*(?:authorization|api-?key|token|secret|password|cookie)\\s*:(?!//)\\s*)[^''"\\n]+|(://[^/@:[:space:]]*:)[^/?[:space:]]*(?=@)|(\\m\\w*(?:password|passwd|pwd|secret|token|api_?key)\\s*=\\s*|[?&](?:key|sig|signature|pass|auth|jwt)=)(?:''[^'']*''|[^[:space:],;&''"]+)|(\\mBearer\\s+|\\mBasic\\s+(?=[\\w+/]*[0-9=])|\\m(?=eyJ[\\w-]+\\.[\\w-]+\\.|(?:[sr]k_(?:live|test)|whsec|gh[pousr]|sb_secret)_|xox[abprs]-))[^''"&@[:space:]]+';
-- Of an option ("name=value") the value, where the name tells that it is a secret, but not where the name ends with what says that it
-- is only about one (where it is kept, how long, of what kind); else what is never shown of a text.
select set_config('plumbline.secret', E'^((?!require_auth=)(?![^=]*(?:[_.](?:algorithm|aud|audience|base64|bits|claim|claim_key|column|columns|encryption|endpoint|exp|expiry|id|issuer|name|path|required|role|size|ttl|type|uri|url))=)[^=]*(?:pass(?:word|wd|phrase|code)|(?<!by|com)pass(?![a-z])|pwd|secret|token(?!iz)|(?<!mon|public|public_)keys?(?![a-z])|credential|(?<![a-z])jwt(?![a-z])|(?<![a-z])auth(?:orization)?(?![a-z])|bearer)[^=]*=).*$|' || current_setting('plumbline.secret_in_text'), true);
