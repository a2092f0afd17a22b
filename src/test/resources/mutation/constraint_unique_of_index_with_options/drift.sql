alter table shop.rents add constraint rents_page_idx unique using index rents_page_idx;
