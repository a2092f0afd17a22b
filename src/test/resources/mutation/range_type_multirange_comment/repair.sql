comment on type shop.shifts is null;
