drop extension pg_trgm;

create extension pg_trgm schema shop;
