alter table shop.events drop constraint events_weight_check;
alter table shop.events add constraint events_weight_check check (weight > 0);
