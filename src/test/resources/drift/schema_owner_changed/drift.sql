alter schema agentflow owner to pg_database_owner;
