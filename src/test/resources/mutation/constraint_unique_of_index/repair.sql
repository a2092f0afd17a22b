alter table shop.lodgers drop constraint lodgers_code_idx;
create unique index lodgers_code_idx on shop.lodgers (code);
