drop index shop.customers_email_idx;
create unique index customers_email_idx on shop.customers (lower(email)) where note is not null;
