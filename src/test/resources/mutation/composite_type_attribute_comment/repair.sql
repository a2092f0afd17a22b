comment on column shop.address.town is 'By its official name';
