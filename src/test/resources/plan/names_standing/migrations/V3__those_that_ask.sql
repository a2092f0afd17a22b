create table if not exists note (id integer);
create index if not exists lead_score_idx on lead (score);
create or replace view shop.items as select id from shop.item;
