create unique index marked_code_idx on shop.marked (code);
alter table shop.marked replica identity using index marked_code_idx;
