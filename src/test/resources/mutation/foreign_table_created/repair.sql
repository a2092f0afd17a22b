drop foreign table shop.other;
