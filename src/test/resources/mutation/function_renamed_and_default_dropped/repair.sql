alter function shop.speech() rename to word;
alter table shop.words_used alter column word set default shop.word();
