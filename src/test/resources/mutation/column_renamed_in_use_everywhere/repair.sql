alter table shop.lodgers rename column label to name;
