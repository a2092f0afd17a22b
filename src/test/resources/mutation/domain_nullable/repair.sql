alter domain shop.email set not null;
