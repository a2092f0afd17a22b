comment on column shop.address.town is 'Somehow';
