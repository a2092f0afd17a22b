drop collation shop.exact;
create collation shop.exact (provider = icu, locale = 'und');
