comment on aggregate shop.total(integer) is null;
