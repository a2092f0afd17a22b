drop sequence shop.hits;
