comment on index shop.months_pkey is 'In order';
