alter policy read_all on shop.customers to public;
