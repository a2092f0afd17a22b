alter table shop.a_horses rename to horses;
