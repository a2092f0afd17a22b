drop collation shop.loose;
create collation shop.loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
comment on collation shop.loose is 'Ignores case';
