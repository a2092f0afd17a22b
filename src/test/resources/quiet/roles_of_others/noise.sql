create role quiet_stranger login createdb;

grant anon to quiet_stranger;

alter role quiet_stranger set search_path = '';

comment on role quiet_stranger is 'Passing by';
