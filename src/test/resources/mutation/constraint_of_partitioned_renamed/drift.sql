-- Two differences: the old name and the new one.
alter table shop.events rename constraint events_weight_check to mine;
