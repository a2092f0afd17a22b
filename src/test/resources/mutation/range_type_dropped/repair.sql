create type shop.days as range (subtype = date);
