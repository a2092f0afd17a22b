alter table shop.lodgers drop constraint lodgers_pkey;
alter table shop.lodgers alter column id drop not null;
