drop type shop.mood cascade;
