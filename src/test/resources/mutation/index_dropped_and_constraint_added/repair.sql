alter table shop.lodgers drop constraint lodgers_code_key;
create unique index lodgers_part_idx on shop.lodgers (code) where code <> '';
