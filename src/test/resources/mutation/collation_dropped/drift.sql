drop collation shop.exact;
