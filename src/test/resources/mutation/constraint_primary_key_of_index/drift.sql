alter table shop.lodgers add constraint lodgers_pkey primary key using index lodgers_code_idx;
