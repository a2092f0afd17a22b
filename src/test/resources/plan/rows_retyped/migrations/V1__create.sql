create table town (code text);
create table street (town text, number text, length bigint, width numeric);
