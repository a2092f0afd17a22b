alter index shop.customers_score_idx set tablespace mutation_space;
