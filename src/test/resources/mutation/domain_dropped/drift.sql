drop domain shop.percent;
