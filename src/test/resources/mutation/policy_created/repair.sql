drop policy other on shop.customers;
