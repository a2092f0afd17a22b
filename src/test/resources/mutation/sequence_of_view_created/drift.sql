create sequence shop.hits owned by shop.best.id;
