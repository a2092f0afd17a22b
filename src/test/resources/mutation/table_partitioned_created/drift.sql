create table shop.other (id integer, day date) partition by range (day);
