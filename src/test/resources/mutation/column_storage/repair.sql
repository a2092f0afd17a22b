alter table shop.customers alter column note set storage extended;
