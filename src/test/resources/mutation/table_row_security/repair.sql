alter table shop.customers enable row level security;
