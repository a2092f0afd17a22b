alter domain shop.percent set not null;
