alter table shop.lodgers drop column name cascade;
