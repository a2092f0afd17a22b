alter foreign table shop.sacks drop constraint sacks_check;
