alter table shop.noted rename to marked;
