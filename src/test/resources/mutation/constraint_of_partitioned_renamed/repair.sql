alter table shop.events rename constraint mine to events_weight_check;
