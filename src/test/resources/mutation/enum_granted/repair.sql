grant usage on type shop.size to public;
