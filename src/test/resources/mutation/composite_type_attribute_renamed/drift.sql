alter type shop.pair rename attribute b to c;
