comment on collation shop.exact is null;
