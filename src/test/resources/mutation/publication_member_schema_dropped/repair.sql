alter publication whole add tables in schema spare;
