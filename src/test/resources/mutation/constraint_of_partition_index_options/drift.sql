alter index shop.visits_1_pkey set (fillfactor = 50);
