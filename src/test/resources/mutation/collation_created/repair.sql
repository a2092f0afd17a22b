drop collation shop.other;
