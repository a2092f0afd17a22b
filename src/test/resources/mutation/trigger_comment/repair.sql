comment on trigger touch on shop.customers is 'Lightly';
