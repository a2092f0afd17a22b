drop statistics shop.other;
