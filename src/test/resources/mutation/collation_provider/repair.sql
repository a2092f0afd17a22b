drop collation shop.exact;
create collation shop.exact (provider = libc, locale = 'C');
