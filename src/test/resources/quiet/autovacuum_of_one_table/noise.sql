vacuum (analyze, freeze) shop.customers;
