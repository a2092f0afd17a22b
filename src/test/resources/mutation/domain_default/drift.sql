alter domain shop.email set default 'a@b';
