grant select (score) on shop.customers to public;
