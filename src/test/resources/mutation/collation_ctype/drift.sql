drop collation shop.exact;
create collation shop.exact (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
