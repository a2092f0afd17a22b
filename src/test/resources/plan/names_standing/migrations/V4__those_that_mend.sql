drop sequence if exists shop.number;
create sequence shop.number;
