alter domain shop.percent drop not null;
