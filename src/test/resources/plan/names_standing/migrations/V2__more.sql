create table note (id integer);
alter table lead add column email text, add column phone text, add constraint lead_score_check check (score >= 0);
create index lead_score_idx on lead (score);
create policy lead_all on lead using (true);
create type shop.colour as enum ('red', 'blue');
create view shop.items as select id from shop.item;
