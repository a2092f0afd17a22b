drop policy read_all on shop.customers;

create policy read_all on shop.customers for select to mutation_reader using (score > 0);

comment on policy read_all on shop.customers is 'But for the poor';

drop type shop.pair;

create type shop.pair as (a integer, b integer);

drop index shop.customers_tags_idx;

create index customers_tags_idx on shop.customers using gin (tags);

drop table shop.drafts;

create unlogged table shop.drafts (body text);

drop function shop.plain(integer);

create function shop.plain(a integer) returns integer language sql as 'select 1';

alter table shop.lines drop constraint lines_fkey;

alter table shop.lines add constraint lines_fkey foreign key (page_id) references shop.pages;
