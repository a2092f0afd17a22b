comment on policy read_all on shop.customers is 'But for the poor';
