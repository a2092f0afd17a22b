-- Two differences: a function is news also where its argument is.
create type shop.colour as enum ('red');
create function shop.paint(shop.colour) returns integer language sql security definer as 'select 1';
