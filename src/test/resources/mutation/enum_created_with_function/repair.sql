drop type shop.colour cascade;
