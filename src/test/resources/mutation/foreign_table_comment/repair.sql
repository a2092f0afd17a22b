comment on foreign table shop.sacks is 'Of flour';
