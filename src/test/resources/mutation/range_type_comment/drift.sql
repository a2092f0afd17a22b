comment on type shop.shift is null;
