alter table shop.events drop column who;
