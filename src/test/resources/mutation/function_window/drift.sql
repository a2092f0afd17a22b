drop function shop.ranks();
create function shop.ranks() returns bigint language internal window as 'window_row_number';
