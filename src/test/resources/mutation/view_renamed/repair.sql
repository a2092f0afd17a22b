alter view shop.finest rename to best;
