comment on collation shop.exact is 'As bytes';
