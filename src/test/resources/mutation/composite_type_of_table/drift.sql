alter type shop.address add attribute floor integer cascade;
