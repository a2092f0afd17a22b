create server hidden foreign data wrapper far;
alter extension plpgsql add server hidden;
