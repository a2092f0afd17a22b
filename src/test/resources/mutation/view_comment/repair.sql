comment on view shop.best is 'Worth a card';
