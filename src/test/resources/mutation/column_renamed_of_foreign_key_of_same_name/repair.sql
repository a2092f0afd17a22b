alter table shop.rents rename column sheet to page;
