comment on type shop.mood is null;
