analyze;

analyze shop.customers (name, score);
