create or replace function shop.text(a integer) returns integer language plpgsql as 'begin return 1; end';
