drop rule other on shop.best;
