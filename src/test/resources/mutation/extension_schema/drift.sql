alter extension pg_trgm set schema spare;
