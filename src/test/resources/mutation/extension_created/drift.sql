create extension hstore schema spare;
