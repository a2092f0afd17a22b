create type shop.pair as (a integer, b integer);
