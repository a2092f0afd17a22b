alter table shop.lines drop constraint lines_fkey;
