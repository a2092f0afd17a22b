cluster shop.customers using customers_pkey;

cluster shop.daily using daily_day_idx;
