drop function shop.word() cascade;
