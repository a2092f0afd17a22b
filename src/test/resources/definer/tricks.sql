-- Objects with the names that the functions use, made by a user in a schema of their own and in pg_temp: everybody is an admin,
-- everything is equal, no time passes and no lock is taken.
create schema evil authorization authenticated;
set local role authenticated;

create table evil.profiles (id uuid, role text, email text, full_name text, avatar_url text);
create table evil.conversations (conversation_id text, user_id uuid);
create table evil.messages (id uuid, conversation_id text);
create table evil.shared_memory (conversation_id text);
insert into evil.profiles values
  ('00000000-0000-0000-0000-00000000000a', 'admin'),
  ('00000000-0000-0000-0000-00000000000b', 'admin');
insert into evil.conversations values ('of-a', '00000000-0000-0000-0000-00000000000b');
insert into evil.messages values ('30000000-0000-0000-0000-00000000000a', 'of-b');

create temporary table profiles on commit drop as select * from evil.profiles;
create temporary table conversations on commit drop as select * from evil.conversations;
create temporary table messages on commit drop as select * from evil.messages;
create temporary table shared_memory on commit drop as select * from evil.shared_memory;
grant all on profiles, conversations, messages, shared_memory to public;
grant all on all tables in schema evil to public;
grant usage on schema evil to public;

create function evil.uid() returns uuid language sql as 'select ''00000000-0000-0000-0000-00000000000a''::uuid';
create function evil.is_admin() returns boolean language sql as 'select true';
create function evil.now() returns timestamptz language sql as 'select ''2000-01-01Z''::timestamptz';
create function evil.hashtext(text) returns int language sql as 'select 0';
create function evil.pg_advisory_xact_lock(int, int) returns void language sql as '';
create function evil.current_setting(text) returns text language sql as 'select ''read committed''';
create function evil.row_security_active(oid) returns boolean language sql as 'select false';
create function evil.row_security_active(regclass) returns boolean language sql as 'select false';

-- Save for what auth.uid() asks. It is the platform's and finds its operators by the search_path; but who can set that can set the
-- claims that it reads as well.
create function evil.yes(text, text) returns boolean language sql as $$
  select $1 operator(pg_catalog.<>) '' and $2 operator(pg_catalog.<>) ''
$$;
create function evil.yes(uuid, uuid) returns boolean language sql as 'select true';
create function evil.no(text, text) returns boolean language sql as 'select false';
create function evil.no(uuid, uuid) returns boolean language sql as 'select false';
create function evil.nothing(jsonb, text) returns text language sql as $$
  select case when $2 operator(pg_catalog.=) 'sub' then $1 operator(pg_catalog.->>) $2 else 'evil' end
$$;
create function evil.nothing(uuid, text) returns text language sql as 'select ''evil''';
create operator evil.= (function = evil.yes, leftarg = text, rightarg = text);
create operator evil.= (function = evil.yes, leftarg = uuid, rightarg = uuid);
create operator evil.<> (function = evil.no, leftarg = text, rightarg = text);
create operator evil.<> (function = evil.no, leftarg = uuid, rightarg = uuid);
create operator evil.->> (function = evil.nothing, leftarg = jsonb, rightarg = text);
create operator evil.|| (function = evil.nothing, leftarg = uuid, rightarg = text);
reset role;
