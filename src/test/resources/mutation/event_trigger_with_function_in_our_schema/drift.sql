-- Two differences: an event trigger and its function
create schema plumbline;
create function plumbline.spy() returns event_trigger language plpgsql as 'begin end';
create event trigger spy on ddl_command_end execute function plumbline.spy();
