alter index shop.visits_1_key rename to visits_1_pkey;
