alter function spare.word() set schema shop;
