create index other on shop.customers (note);
