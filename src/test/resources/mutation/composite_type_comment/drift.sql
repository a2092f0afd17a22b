comment on type shop.address is 'When';
