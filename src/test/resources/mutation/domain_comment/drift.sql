comment on domain shop.percent is 'Of all';
