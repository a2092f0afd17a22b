alter table shop.measures detach partition shop.measures_1;
drop index shop.measures_1_kind_idx;
