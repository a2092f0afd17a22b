-- Anon inherits nothing by itself; until 16 that is a fact of the role alone.
do $do$
begin
    execute 'grant service_role to anon'
            || case when current_setting('server_version_num')::integer >= 160000 then ' with inherit true' else '' end;
end
$do$;
