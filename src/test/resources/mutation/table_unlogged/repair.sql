alter table spare.heap set logged;
