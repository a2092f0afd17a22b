create type shop.span as range (subtype = date);
