comment on foreign table shop.sacks is null;
