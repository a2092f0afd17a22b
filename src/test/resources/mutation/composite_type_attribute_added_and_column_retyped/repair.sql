alter table shop.customers alter column home type shop.address using null;
alter type shop.address drop attribute country cascade;
