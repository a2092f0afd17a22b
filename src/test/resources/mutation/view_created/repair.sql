drop view shop.other;
