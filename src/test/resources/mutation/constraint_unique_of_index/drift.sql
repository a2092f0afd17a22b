alter table shop.lodgers add unique using index lodgers_code_idx;
