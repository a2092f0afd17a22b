-- By hand, before the scripts that do the same.
create table note (id integer);
alter table lead add column phone text, add constraint lead_score_check check (score >= 0);
create index lead_score_idx on lead (score);
create policy lead_all on lead using (true);
create domain shop.colour as text;
create view shop.items as select id from shop.item;
create sequence shop.number;
