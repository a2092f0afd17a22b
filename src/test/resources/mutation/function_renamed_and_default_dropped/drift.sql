-- Three differences: a function under another name takes no default with it.
alter function shop.word() rename to speech;
alter table shop.words_used alter column word drop default;
