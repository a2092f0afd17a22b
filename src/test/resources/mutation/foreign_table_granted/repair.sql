revoke update on shop.sacks from mutation_reader;
