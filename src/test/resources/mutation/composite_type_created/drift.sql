create type shop.triple as (a integer, b integer, c integer);
