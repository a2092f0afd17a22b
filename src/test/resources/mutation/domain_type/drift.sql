drop domain shop.percent;
create domain shop.percent as numeric(6, 2) check (value between 0 and 100);
