create schema platform;
create table platform.user (id uuid primary key);
create function platform.uid() returns uuid language sql as 'select null::uuid';
