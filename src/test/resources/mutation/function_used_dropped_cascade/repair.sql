create function shop.word() returns text language sql immutable as 'select ''x''';
alter table shop.words_used alter column word set default shop.word(), add constraint words_used_check check (word <> shop.word());
create index words_used_idx on shop.words_used ((word || shop.word()));
