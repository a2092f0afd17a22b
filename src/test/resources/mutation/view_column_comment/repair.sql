comment on column shop.best.name is 'First and last';
