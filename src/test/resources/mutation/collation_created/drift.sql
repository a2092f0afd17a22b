create collation shop.other (provider = libc, locale = 'C');
