create extension pg_trgm schema shop;
