drop schema elsewhere cascade;
