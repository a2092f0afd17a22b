alter type shop.pair alter attribute b type bigint;
