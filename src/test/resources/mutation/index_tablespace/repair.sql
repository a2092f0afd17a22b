alter index shop.customers_score_idx set tablespace pg_default;
