alter domain shop.email drop not null;
