comment on extension pg_trgm is 'Threes';
