-- Has each change of the schema written down, and told of, in its own transaction. Whatever goes wrong with that is a warning:
-- it never keeps anybody from changing anything. What is temporary or belongs to an extension is left alone. A transaction
-- that has notified cannot be prepared, and so nobody is told where transactions can be. Settings of a session belong to
-- whoever wants not to be seen as well: none may change how names are printed or this text is read, and whose run it is,
-- is believed only while that run goes on. Nobody waits for whoever has locked the table, nor for a long text to be searched: a
-- script that is sent as one query is the text of each of its statements. A type among the arguments of a function is called as it is
-- everywhere else, without PostgreSQL's own schema. PostgreSQL does not say what something is granted on:
-- it is what this transaction has written of the catalog that the command is about. Its rows are those with a number between that of
-- the transaction and that of the last of its parts which has written anything, which holds a lock on its number, unless the number is
-- another's or of what was rolled back; and of them those that it has written since its last command that stands here, for commands of
-- a transaction are counted (cmin). In a serializable transaction that is not looked up, for two that read here and write here
-- would fail, one because of the other. What cannot be written down leaves its transaction in a sequence, which takes no room and is
-- not undone with what has failed. To fill a materialized view changes nothing of the schema.
create or replace function plumbline.record_ddl() returns event_trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    set quote_all_identifiers = off set standard_conforming_strings = on set lock_timeout = '200ms'
as $record$
declare
    most    constant integer := 1000;
    longest constant integer := 2000;
    touched text[];
    searched constant integer := 5 * longest;
    nearby  constant integer := 100;
    -- Whoever begins with a long comment has nothing else kept.
    said    text := regexp_replace(left(current_query(), searched), '^(\s+|--[^\n]*\n|/\*([^*]|\*+[^*/])*\*+/)+', '');
    acting  text := current_setting('role');
    own     constant xid8 := pg_current_xact_id();
    written xid;
    before  bigint;
    about   text;
    abouts  text[];
    more    text[];
    own_types constant text := '([(,] ?| AS )pg_catalog\.';
    words   constant text := '(password|passwd|passphrase|passfile|pwd|secret|token|credential|pass\M|hmac|(api|access|account|private|secret|shared|signing|encryption|master)[_ -]?key|conninfo|dblink|crypt)';
    shapes  constant text := '://[^@\s]+@|[?&](key|sig|code)=|hooks\.slack\.com/|discord(app)?\.com/api/webhooks/|\m(eyJ|gh[pousr]_|github_pat_|glpat-|[sr]k_(live|test)_|sk-'
                          || '|whsec_|xox[abeprs]-|xapp-|AKIA|ASIA|AIza|SG\.|npm_|hvs\.|sbp_|sb_secret_)';
    granting constant boolean := tg_event = 'ddl_command_end'
                                 and tg_tag in ('GRANT', 'REVOKE', 'ALTER DEFAULT PRIVILEGES', 'DROP OWNED');
begin
    if tg_tag = 'REFRESH MATERIALIZED VIEW' then
        return;
    end if;
    begin
        if tg_event = 'sql_drop' then
            -- These names were printed before, by the settings of the session.
            select array_agg(d.name) into touched
              from (select (select string_agg(case when p.part[1] like '"%'
                                                   then quote_ident(replace(substr(p.part[1], 2, length(p.part[1]) - 2), '""', '"'))
                                                   else p.part[1] end, '' order by p.place)
                              from regexp_matches(o.object_identity, '"(?:[^"]|"")*"|[^"]+', 'g')
                                with ordinality p (part, place)) as name
                      from pg_event_trigger_dropped_objects() o
                     where not o.is_temporary and o.schema_name is distinct from 'plumbline'
                     order by o.original desc
                     limit most) d;
        else
            select array_agg(distinct c.object_identity) filter (where c.object_identity is not null) into touched
              from (select o.object_identity, o.in_extension, o.schema_name, o.command_tag
                      from pg_event_trigger_ddl_commands() o
                     limit most) c
             where not c.in_extension
               and c.schema_name is distinct from 'pg_temp'
               and c.schema_name is distinct from 'plumbline';
        end if;
        if touched is null and not granting then
            return;
        end if;
        if strpos(touched::text, 'pg_catalog.') > 0 then
            touched := array(select regexp_replace(t.name, own_types, '\1', 'g') from unnest(touched) t (name));
        end if;
        if granting then
            select case tg_tag
                   when 'ALTER DEFAULT PRIVILEGES' then '{pg_default_acl}'
                   when 'DROP OWNED' then '{pg_class, pg_proc, pg_namespace, pg_type, pg_language, pg_foreign_server,
                                            pg_foreign_data_wrapper, pg_default_acl, pg_policy}'
                   else array[case c.object_type
                        when 'TABLE' then 'pg_class' when 'SEQUENCE' then 'pg_class' when 'FUNCTION' then 'pg_proc'
                        when 'PROCEDURE' then 'pg_proc' when 'ROUTINE' then 'pg_proc' when 'SCHEMA' then 'pg_namespace'
                        when 'TYPE' then 'pg_type' when 'DOMAIN' then 'pg_type' when 'LANGUAGE' then 'pg_language'
                        when 'FOREIGN SERVER' then 'pg_foreign_server'
                        when 'FOREIGN DATA WRAPPER' then 'pg_foreign_data_wrapper' end] end
              into abouts
              from (select 1) one
              left join lateral (select c.object_type from pg_event_trigger_ddl_commands() c limit 1) c on true;
            select l.transactionid into written
              from pg_locks l
             where l.pid = pg_backend_pid() and l.locktype = 'transactionid' and l.mode = 'ExclusiveLock'
             order by age(l.transactionid)
             limit 1;
            if current_setting('transaction_isolation') <> 'serializable' then
                -- What is dropped with what was owned stands here already, by the other trigger.
                select d.cmin::text::bigint into before
                  from plumbline.ddl d
                 where d.number > pg_sequence_last_value(pg_get_serial_sequence('plumbline.ddl', 'number')) - nearby
                   and d.transaction = own
                   and (tg_tag <> 'DROP OWNED' or d.command <> tg_tag)
                 order by d.number desc
                 limit 1;
            end if;
            -- Said twice: what costs least is looked at first, and pg_xact_status fails where a number is none of ours.
            foreach about in array array_remove(abouts, null) loop
                execute 'select array_agg(o.identity)'
                     || '  from (select distinct case i.type when ''default acl'''
                     || '               then replace(i.identity, ''for role '' || quote_ident(current_user) || '' '', ''for role $owner '')'
                     || '               else regexp_replace(i.identity, $6, ''\1'', ''g'') end as identity'
                     || '          from (select w.oid, w.part'
                     || '                  from (select oid, 0 as part, xmin, cmin from ' || about
                     || case when about = 'pg_class' and (strpos(current_query(), '(') > 0 or tg_tag = 'DROP OWNED')
                             then ' union all select attrelid, attnum, xmin, cmin from pg_attribute' else '' end || ') w'
                     || '                 where age(w.xmin) between $2 and 0'
                     || '                   and case when age(w.xmin) between $2 and 0'
                     || '                            then pg_xact_status(($3 - age(w.xmin))::text::xid8) = ''in progress'''
                     || '                                   and w.cmin::text::bigint > $5 end'
                     || '                 limit $4) w'
                     || '         cross join lateral pg_identify_object($1::regclass, w.oid, w.part) i'
                     || '         where coalesce(i.schema, '''') not in (''pg_temp'', ''pg_toast'', ''plumbline'')) o'
                   into more
                  using about, age(written), own::text::bigint, most, coalesce(before, -1), own_types;
                touched := touched || more;
            end loop;
        end if;
        insert into plumbline.ddl (at, transaction, session_role, role, application, address, run, command, objects, statement)
        values (clock_timestamp(),
                own,
                session_user,
                case acting when 'none' then session_user else acting end,
                case when current_setting('application_name') !~* (words || '\s*[=:]') and current_setting('application_name') !~ shapes
                     then nullif(current_setting('application_name'), '') end,
                inet_client_addr(),
                (select r.id
                   from plumbline.run r
                  where r.outcome = 'RUNNING'
                    and r.id::text = current_setting('plumbline.run', true)),
                tg_tag,
                coalesce(touched[:most], '{}'),
                case when (said !~* words
                             and said !~* '\m(connection|user\s+mapping|server|subscription|authorization|bearer|basic|signature|foreign\s+data\s+wrapper)\M'
                             -- Nothing but names.
                             or said ~* '^(grant|revoke)\M[^;''$/-]*;?\s*$')
                      and said !~ shapes
                     then left(said, longest) end);
    exception when query_canceled or others then
        raise warning 'plumbline could not write down this %: %', tg_tag, sqlerrm;
        perform setval('plumbline.unwritten', greatest(own::text::bigint, coalesce(pg_sequence_last_value('plumbline.unwritten'), 0)));
    end;
    if current_setting('max_prepared_transactions') = '0' then
        perform pg_notify('plumbline_ddl', '');
    end if;
exception when query_canceled or others then
    raise warning 'plumbline could not tell of this %: %', tg_tag, sqlerrm;
end
$record$;

do $install$
begin
    drop event trigger if exists plumbline_record_ddl;
    drop event trigger if exists plumbline_record_drop;
    create event trigger plumbline_record_ddl on ddl_command_end execute function plumbline.record_ddl();
    create event trigger plumbline_record_drop on sql_drop execute function plumbline.record_ddl();
    alter event trigger plumbline_record_ddl enable always;
    alter event trigger plumbline_record_drop enable always;
end
$install$
