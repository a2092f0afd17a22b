alter table shop.customers alter column note set statistics 500;

alter table shop.customers alter column note set statistics -1;

alter statistics shop.customers_stats set statistics 300;

alter statistics shop.customers_stats set statistics -1;

alter index shop.customers_email_idx alter column 1 set statistics 7;

alter index shop.customers_email_idx alter column 1 set statistics -1;

alter materialized view shop.daily alter column day set statistics 10;

alter materialized view shop.daily alter column day set statistics -1;
