create extension citext schema shop;
alter table shop.lodgers add nick shop.citext;
create index lodgers_name_idx on shop.lodgers (name, nick shop.citext_pattern_ops);
alter table shop.lodgers add constraint lodgers_nick_check check (nick operator(shop.<>) 'x' and name <> '');
