-- Four differences: a function gets no other defaults with a type under another name.
alter type shop.room rename to chamber;
create or replace function shop.price(room shop.chamber default 'large') returns integer language sql as 'select 1';
