comment on column shop.daily.day is 'In UTC';
