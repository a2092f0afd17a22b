alter foreign table shop.sacks add constraint sacks_check check (id > 0);
