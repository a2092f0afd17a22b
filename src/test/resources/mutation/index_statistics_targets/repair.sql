alter index shop.customers_email_idx alter column 1 set statistics -1;
