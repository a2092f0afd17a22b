alter extension plpgsql drop server hidden;
drop server hidden;
