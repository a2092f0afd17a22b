create domain shop.percent as numeric(5, 2) check (value between 0 and 100);
