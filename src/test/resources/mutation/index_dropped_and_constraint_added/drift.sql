-- Two differences: an index with a predicate is behind no constraint.
drop index shop.lodgers_part_idx;
alter table shop.lodgers add constraint lodgers_code_key unique (code);
