drop index shop.customers_score_idx;
create index customers_score_idx on shop.customers (score desc) include (name);
comment on index shop.customers_score_idx is 'For the list of the best';
