alter index shop.visits_1_pkey reset (fillfactor);
