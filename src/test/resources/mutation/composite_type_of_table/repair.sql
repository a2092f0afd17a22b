alter type shop.address drop attribute floor cascade;
