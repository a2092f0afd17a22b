drop sequence shop.second;
alter table shop.customers alter column id set generated always;
