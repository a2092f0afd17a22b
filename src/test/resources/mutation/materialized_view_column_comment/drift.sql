comment on column shop.daily.day is null;
