vacuum full;

vacuum full shop.daily;
