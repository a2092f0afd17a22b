alter extension plpgsql drop event trigger hidden;
drop event trigger hidden;
