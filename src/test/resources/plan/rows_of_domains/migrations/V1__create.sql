create domain percent as integer;
create domain small_percent as percent;
create table rate (id integer primary key, "of" percent, least small_percent);
create domain label as text;
create table town (id integer primary key, name label);
