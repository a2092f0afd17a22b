comment on type shop.shift is 'From when to when';
