drop type shop.days;
