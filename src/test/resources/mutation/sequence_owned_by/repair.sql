alter sequence shop.orders_number_seq owned by shop.orders.number;
