alter table shop.orders drop column discount;
