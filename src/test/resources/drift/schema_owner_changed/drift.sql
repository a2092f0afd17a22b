alter schema private owner to pg_database_owner;
