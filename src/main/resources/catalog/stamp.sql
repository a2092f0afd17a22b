-- One row with a text that is another after every change to what the other files read, the server's major version, and a number
-- that is another each time a row of pg_class is written anew.
-- A row of a catalog that is written anew bears the number of the transaction that wrote it (xmin), and every row has
-- a number of its own. So what is hashed is who wrote which row, not what it says: no definition is printed, and a change that
-- was taken back shows as well, unless its rows are gone. All rows of a catalog are looked at in whatever schema, for a definition names what it uses.
-- Left out: temporary objects, which come and go with sessions and which no permanent definition can use.
-- pg_class is hashed in the text by what is read of it: TRUNCATE and REFRESH MATERIALIZED VIEW write its rows anew, and change
-- nothing else but what keeps long values, which has a new number each time. What is granted is hashed as a text, for the hash of an
-- aclitem leaves out with the right to grant it on.
-- What this role may not see rows of, or what is no row, is hashed by its contents: roles, user mappings, the versions that
-- the installation would install or sort by, and which unfinished indexes somebody is at work on. The start of the server stands for a restore, after which numbers are given again.
with out_of_sight as materialized (
  select c.oid from pg_class c where c.relpersistence = 't' or c.relnamespace = 'pg_toast'::regnamespace
), schemas as materialized (
  select n.oid from pg_namespace n where n.nspname !~ '^pg_(toast_)?temp_'
), part (name, hash) as (
  select 'server', hashtextextended(version() || pg_postmaster_start_time() || current_database(), 0)
  union all
  select 'pg_namespace', bit_xor(hash_record_extended((n.oid, n.xmin), 0)) from pg_namespace n join schemas s on s.oid = n.oid
  union all
  select 'pg_class', bit_xor(hash_record_extended(
           (c.oid, c.relname, c.relnamespace, c.reltype, c.reloftype, c.relowner, c.relam, c.reltablespace, c.relpersistence,
            c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relispopulated, c.relreplident, c.relispartition, c.relacl::text,
            c.reloptions), 0))
    from pg_class c where c.relpersistence <> 't' and c.relnamespace <> 'pg_toast'::regnamespace
  union all
  select 'pg_class of pg_toast', bit_xor(hash_record_extended((c.relname, c.reloptions), 0))
    from pg_class c where c.relpersistence <> 't' and c.relnamespace = 'pg_toast'::regnamespace
  union all
  select 'pg_attribute', bit_xor(hash_record_extended((a.attrelid, a.attnum, a.xmin), 0)) from pg_attribute a
   where (a.attnum > 0 or a.attacl is not null) and a.attrelid not in (select t.oid from out_of_sight t)
  union all
  select 'pg_attrdef', bit_xor(hash_record_extended((d.oid, d.xmin), 0)) from pg_attrdef d
   where d.adrelid not in (select t.oid from out_of_sight t)
  union all
  select 'pg_constraint', bit_xor(hash_record_extended((o.oid, o.xmin), 0)) from pg_constraint o
   where o.conrelid not in (select t.oid from out_of_sight t)
  union all
  select 'pg_index', bit_xor(hash_record_extended((i.indexrelid, i.xmin), 0)) from pg_index i
   where i.indrelid not in (select t.oid from out_of_sight t)
  union all
  select 'indexes at work on', bit_xor(hash_record_extended(row (i.indexrelid), 0)) from pg_index i
   where not i.indisvalid
     and exists (select from pg_locks l join pg_stat_progress_create_index b on b.pid = l.pid
                  where l.relation = i.indexrelid and l.granted)
  union all
  select 'pg_inherits', bit_xor(hash_record_extended((h.inhrelid, h.inhparent, h.xmin), 0)) from pg_inherits h
  union all
  select 'pg_partitioned_table', bit_xor(hash_record_extended((p.partrelid, p.xmin), 0)) from pg_partitioned_table p
  union all
  select 'pg_policy', bit_xor(hash_record_extended((p.oid, p.xmin), 0)) from pg_policy p
  union all
  select 'pg_trigger', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_trigger t
  union all
  select 'pg_event_trigger', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_event_trigger t
  union all
  select 'pg_rewrite', bit_xor(hash_record_extended((r.oid, r.xmin), 0)) from pg_rewrite r
  union all
  select 'pg_proc', bit_xor(hash_record_extended((p.oid, p.xmin), 0)) from pg_proc p
  union all
  select 'pg_aggregate', bit_xor(hash_record_extended((a.aggfnoid::oid, a.xmin), 0)) from pg_aggregate a
  union all
  select 'pg_language', bit_xor(hash_record_extended((l.oid, l.xmin), 0)) from pg_language l
  union all
  select 'pg_type', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_type t join schemas s on s.oid = t.typnamespace
  union all
  select 'pg_enum', bit_xor(hash_record_extended((e.oid, e.xmin), 0)) from pg_enum e
  union all
  select 'pg_range', bit_xor(hash_record_extended((r.rngtypid, r.xmin), 0)) from pg_range r
  union all
  select 'pg_operator', bit_xor(hash_record_extended((o.oid, o.xmin), 0)) from pg_operator o
  union all
  select 'pg_opclass', bit_xor(hash_record_extended((o.oid, o.xmin), 0)) from pg_opclass o
  union all
  select 'pg_opfamily', bit_xor(hash_record_extended((o.oid, o.xmin), 0)) from pg_opfamily o
  union all
  select 'pg_am', bit_xor(hash_record_extended((a.oid, a.xmin), 0)) from pg_am a
  union all
  select 'pg_cast', bit_xor(hash_record_extended((c.oid, c.xmin), 0)) from pg_cast c
  union all
  select 'pg_conversion', bit_xor(hash_record_extended((c.oid, c.xmin), 0)) from pg_conversion c
  union all
  select 'pg_transform', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_transform t
  union all
  select 'pg_ts_config', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_ts_config t
  union all
  select 'pg_ts_dict', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_ts_dict t
  union all
  select 'pg_ts_parser', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_ts_parser t
  union all
  select 'pg_ts_template', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_ts_template t
  union all
  select 'pg_sequence', bit_xor(hash_record_extended((s.seqrelid, s.xmin, d.refobjid, d.refobjsubid, d.xmin), 0))
    from pg_sequence s left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.seqrelid and d.refobjsubid > 0
   where s.seqrelid not in (select t.oid from out_of_sight t)
  union all
  select 'pg_statistic_ext', bit_xor(hash_record_extended((s.oid, s.xmin), 0)) from pg_statistic_ext s
  union all
  select 'pg_collation', bit_xor(hash_record_extended((c.oid, c.xmin), 0)) from pg_collation c
  union all
  select 'collation versions', bit_xor(hash_record_extended((c.oid, pg_collation_actual_version(c.oid)), 0))
    from pg_collation c where c.oid >= 16384
  union all
  select 'pg_extension', bit_xor(hash_record_extended((e.oid, e.xmin), 0)) from pg_extension e
  union all
  select 'extension members', bit_xor(hash_record_extended((d.classid, d.objid, d.refobjid, d.xmin), 0)) from pg_extension e
    join pg_depend d on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'
  union all
  select 'extensions depended on', bit_xor(hash_record_extended((d.classid, d.objid, d.refobjid, d.xmin), 0)) from pg_depend d
   where d.refclassid = 'pg_extension'::regclass and d.deptype = 'x'
  union all
  select 'pg_init_privs', bit_xor(hash_record_extended((i.classoid, i.objoid, i.objsubid, i.xmin), 0)) from pg_init_privs i
  union all
  select 'extension versions', bit_xor(hashtextextended(a.name || ' ' || a.default_version, 0)) from pg_available_extensions() a
  union all
  select 'pg_foreign_data_wrapper', bit_xor(hash_record_extended((f.oid, f.xmin), 0)) from pg_foreign_data_wrapper f
  union all
  select 'pg_foreign_server', bit_xor(hash_record_extended((f.oid, f.xmin), 0)) from pg_foreign_server f
  union all
  select 'pg_foreign_table', bit_xor(hash_record_extended((f.ftrelid, f.xmin), 0)) from pg_foreign_table f
  union all
  select 'user mappings', bit_xor(hash_record_extended((u.umid, u.umuser, u.srvid), 0)) from pg_user_mappings u
  union all
  select 'pg_publication', bit_xor(hash_record_extended((p.oid, p.xmin), 0)) from pg_publication p
  union all
  select 'pg_publication_rel', bit_xor(hash_record_extended((p.oid, p.xmin), 0)) from pg_publication_rel p
  union all
  select 'pg_publication_namespace', bit_xor(hash_record_extended((p.oid, p.xmin), 0)) from pg_publication_namespace p
  union all
  select 'pg_default_acl', bit_xor(hash_record_extended((d.oid, d.xmin), 0)) from pg_default_acl d
  union all
  select 'pg_description', bit_xor(hash_record_extended((d.objoid, d.classoid, d.objsubid, d.xmin), 0)) from pg_description d
  union all
  select 'pg_shdescription', bit_xor(hash_record_extended((d.objoid, d.classoid, d.xmin), 0)) from pg_shdescription d
  union all
  select 'roles', bit_xor(hashtextextended(r::text, 0)) from pg_roles r
  union all
  select 'pg_auth_members', bit_xor(hash_record_extended((m.roleid, m.member, m.grantor, m.xmin), 0)) from pg_auth_members m
  union all
  select 'pg_database', bit_xor(hash_record_extended((d.oid, d.xmin), 0)) from pg_database d
  union all
  select 'pg_db_role_setting', bit_xor(hash_record_extended((s.setdatabase, s.setrole, s.xmin), 0)) from pg_db_role_setting s
   where s.setdatabase in (0, (select d.oid from pg_database d where d.datname = current_database()))
  union all
  select 'pg_parameter_acl', bit_xor(hash_record_extended((p.oid, p.xmin), 0)) from pg_parameter_acl p
  union all
  select 'subscriptions', bit_xor(hash_record_extended(row (s.oid), 0)) from pg_subscription s
  union all
  select 'pg_tablespace', bit_xor(hash_record_extended((t.oid, t.xmin), 0)) from pg_tablespace t
)
select string_agg(p.name || ' ' || coalesce(to_hex(p.hash), ''), ', ' order by p.name) as stamp,
       current_setting('server_version_num')::int / 10000 as major,
       (select bit_xor(hash_record_extended((c.oid, c.xmin), 0)) from pg_class c where c.relpersistence <> 't') as files
  from part p
