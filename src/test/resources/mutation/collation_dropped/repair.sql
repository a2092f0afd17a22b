create collation shop.exact (provider = libc, locale = 'C');
