alter table shop.customers add column note text;
comment on column shop.customers.note is 'Whatever';
grant update (note) on shop.customers to mutation_reader;
create unique index customers_email_idx on shop.customers (lower(email)) where note is not null;
