create unique index daily_day_idx on shop.daily (day);
