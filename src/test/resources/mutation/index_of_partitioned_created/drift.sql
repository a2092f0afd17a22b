create index mine on shop.visits (abs(id));
