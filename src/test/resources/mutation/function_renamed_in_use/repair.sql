alter function shop.saying() rename to word;
