alter table shop.events add constraint events_weight_check check (weight > 0);
