comment on type shop.shifts is 'Many';
