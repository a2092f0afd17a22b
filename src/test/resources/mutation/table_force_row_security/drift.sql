alter table shop.customers force row level security;
