alter type shop.pair add attribute c integer;
