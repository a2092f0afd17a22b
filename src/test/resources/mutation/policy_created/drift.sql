create policy other on shop.customers;
