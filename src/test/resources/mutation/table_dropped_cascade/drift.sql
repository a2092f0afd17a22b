drop table shop.animals cascade;
