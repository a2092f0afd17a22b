alter domain shop.percent drop constraint percent_check;
