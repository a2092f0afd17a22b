drop table spare.sizes cascade;
