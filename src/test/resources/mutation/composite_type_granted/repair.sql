grant usage on type shop.pair to public;
