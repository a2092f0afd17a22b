-- Two differences: the old name and the new one.
alter index shop.visits_1_pkey rename to visits_1_key;
