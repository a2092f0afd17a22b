alter type shop.pair rename attribute c to b;
