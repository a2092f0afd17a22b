alter domain percent add constraint percent_range check (value between 0 and 100);
alter domain percent add constraint percent_even check (value % 2 = 0) not valid;
alter domain label set not null;
