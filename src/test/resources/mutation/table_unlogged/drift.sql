alter table spare.heap set unlogged;
