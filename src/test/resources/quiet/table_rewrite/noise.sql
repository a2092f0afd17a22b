alter table spare.heap set unlogged;

alter table spare.heap set logged;

alter table spare.heap alter column a type bigint;

alter table spare.heap alter column a type integer;
