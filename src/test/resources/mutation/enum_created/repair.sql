drop type shop.colour;
