alter extension plpgsql drop schema hidden;
drop schema hidden;
