alter domain shop.percent validate constraint percent_check;
