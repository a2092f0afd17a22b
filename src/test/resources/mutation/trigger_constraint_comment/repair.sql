comment on constraint check_later on shop.orders is null;
