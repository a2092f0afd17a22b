alter foreign table shop.sacks drop column weight;
