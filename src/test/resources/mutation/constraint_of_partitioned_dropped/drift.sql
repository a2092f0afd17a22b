alter table shop.events drop constraint events_weight_check;
