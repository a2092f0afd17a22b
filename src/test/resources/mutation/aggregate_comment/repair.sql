comment on aggregate shop.total(integer) is 'All of it';
