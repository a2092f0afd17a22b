alter table shop.customers add column home shop.address;
comment on type shop.address is 'Where';
