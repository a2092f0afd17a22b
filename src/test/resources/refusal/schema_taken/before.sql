create schema agentflow;
create table agentflow.agents (id int);
create type agentflow.mood as enum ('good');
create function agentflow.is_admin(u uuid) returns boolean language sql as 'select false';
create function agentflow.is_admin() returns boolean language sql as 'select false';
