alter table shop.customers disable row level security;
