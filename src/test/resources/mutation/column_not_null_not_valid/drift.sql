alter table shop.customers add constraint mood_there not null mood not valid;
