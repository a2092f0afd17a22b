alter table shop.words_used alter column word type varchar(20);
