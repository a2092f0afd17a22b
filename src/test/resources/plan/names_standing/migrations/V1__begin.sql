create table lead (id integer primary key, score integer);
create type stage as enum ('new', 'done');
create schema shop;
create table shop.item (id integer);
