drop collation shop.exact;
create collation shop.exact (provider = libc, lc_collate = 'POSIX', lc_ctype = 'C');
