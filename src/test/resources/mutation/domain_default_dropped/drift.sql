alter domain shop.email drop default;
