create unique index keyed_id_idx on shop.keyed (id);
alter table shop.keyed replica identity using index keyed_id_idx;
drop index shop.keyed_id_idx;
