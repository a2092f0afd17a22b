drop type shop.thing cascade;
