create statistics shop.other (mcv) on mood, score from shop.customers;
