drop type shop.room cascade;
