alter table shop.customers drop constraint mood_there;
