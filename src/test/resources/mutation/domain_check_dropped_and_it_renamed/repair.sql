alter domain shop.plus rename to positive;
alter domain shop.positive add constraint positive_check check (value > 0);
