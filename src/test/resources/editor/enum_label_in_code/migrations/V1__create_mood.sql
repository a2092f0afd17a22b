create type mood as enum ('good');
create table day (mood mood);
