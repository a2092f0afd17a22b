alter table shop.visits add primary key (id);
