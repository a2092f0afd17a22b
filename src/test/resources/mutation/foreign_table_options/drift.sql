alter foreign table shop.sacks options (set table_name 'gold');
