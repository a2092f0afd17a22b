drop type shop.pair;
