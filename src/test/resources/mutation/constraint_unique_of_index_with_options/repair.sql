alter table shop.rents drop constraint rents_page_idx;
create unique index rents_page_idx on shop.rents (id) with (fillfactor = 70);
