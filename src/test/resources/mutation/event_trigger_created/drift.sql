create event trigger other on sql_drop when tag in ('DROP SUBSCRIPTION') execute function spare.watch();
