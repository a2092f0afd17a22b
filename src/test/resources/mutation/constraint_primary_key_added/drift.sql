alter table shop.lodgers add primary key (id);
