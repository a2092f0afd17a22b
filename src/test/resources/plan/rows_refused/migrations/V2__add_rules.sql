alter table "order" add constraint order_price_check check (price >= 0);
alter table "order" add constraint order_customer_fkey foreign key (customer) references customer (id);
alter table "order" alter column "Note" set not null;
alter table customer add constraint customer_email_key unique (email);
create unique index customer_lower_email_idx on customer (lower(email)) where email is not null;
alter table customer add column name text not null;
alter table customer add column since date not null default now();
alter table customer add constraint customer_id_check check (id > 0);
