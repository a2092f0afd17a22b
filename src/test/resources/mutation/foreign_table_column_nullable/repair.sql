alter foreign table shop.sacks alter column id set not null;
