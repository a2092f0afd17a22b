alter function pg_catalog.pg_relation_filepath(regclass) security invoker;
