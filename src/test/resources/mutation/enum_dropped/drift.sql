drop type shop.size;
