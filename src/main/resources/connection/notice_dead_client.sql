-- A server that works on for a client that has died keeps its locks, and everybody waiting. Not every system can notice.
select pg_catalog.set_config('client_connection_check_interval', '2000', ?)
 where pg_catalog.version() !~* 'mingw|visual c'
