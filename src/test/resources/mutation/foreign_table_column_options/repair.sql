alter foreign table shop.sacks alter column id options (set column_name 'no');
