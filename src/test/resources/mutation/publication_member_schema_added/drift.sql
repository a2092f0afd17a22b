alter publication whole add tables in schema shop;
