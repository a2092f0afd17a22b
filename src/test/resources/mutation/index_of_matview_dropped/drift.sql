drop index shop.daily_day_idx;
