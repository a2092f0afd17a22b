comment on policy read_all on shop.customers is null;
