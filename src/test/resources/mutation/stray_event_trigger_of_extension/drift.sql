create event trigger hidden on sql_drop execute function spare.watch();
alter extension plpgsql add event trigger hidden;
