drop aggregate shop.other(integer);
