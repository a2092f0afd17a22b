create table public.sacks_near () inherits (shop.sacks);
