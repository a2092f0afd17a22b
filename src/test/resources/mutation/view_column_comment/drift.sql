comment on column shop.best.name is null;
