comment on type shop.address is 'Where';
