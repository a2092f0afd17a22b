alter foreign table shop.sacks alter column id options (set key 'true');
