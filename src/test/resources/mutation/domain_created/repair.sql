drop domain shop.other;
