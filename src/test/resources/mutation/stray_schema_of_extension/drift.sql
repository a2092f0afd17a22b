create schema hidden;
alter extension plpgsql add schema hidden;
