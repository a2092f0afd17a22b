drop type shop.triple;
