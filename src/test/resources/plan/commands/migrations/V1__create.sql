create table a (id integer primary key, note text);
create table b (id integer primary key, a integer);
create table part (id integer, day date) partition by range (day);
create table part_one (id integer, day date not null);
create index a_note_idx on a (note);
