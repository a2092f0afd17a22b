drop type shop.pair;
create type shop.pair as (b integer, a integer);
