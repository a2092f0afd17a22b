alter table shop.customers no force row level security;
