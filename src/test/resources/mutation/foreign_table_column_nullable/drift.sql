alter foreign table shop.sacks alter column id drop not null;
