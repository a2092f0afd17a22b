alter statistics spare.rents_stats set schema shop;
