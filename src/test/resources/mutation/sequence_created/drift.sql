create sequence shop.other;
