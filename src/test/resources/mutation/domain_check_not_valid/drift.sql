alter domain shop.percent drop constraint percent_check;
alter domain shop.percent add constraint percent_check check (value between 0 and 100) not valid;
