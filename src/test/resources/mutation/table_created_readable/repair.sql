drop table shop.other;
