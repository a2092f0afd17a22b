alter foreign table shop.sacks add column weight integer;
