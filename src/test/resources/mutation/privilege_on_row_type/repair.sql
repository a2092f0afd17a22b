grant usage on type shop.customers to public;
