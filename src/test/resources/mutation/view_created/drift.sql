create view shop.other as select 1 as one;
