create type stage as enum ('new', 'done');
create table task (stage stage);
