alter function shop.top(integer) rows 20;
