drop trigger other on shop.customers;
