alter domain shop.percent drop constraint odd;
