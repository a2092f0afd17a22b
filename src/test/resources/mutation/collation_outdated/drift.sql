update pg_collation set collversion = '0' where collname = 'loose';
