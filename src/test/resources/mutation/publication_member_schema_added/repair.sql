alter publication whole drop tables in schema shop;
