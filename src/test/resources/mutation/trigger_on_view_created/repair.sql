drop trigger other on shop.best;
