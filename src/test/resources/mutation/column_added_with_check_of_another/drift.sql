-- Two differences: the column, and the check that binds another one too.
alter table shop.orders add column discount integer, add constraint orders_discount_check check (discount < amount);
