alter table item add column share numeric generated always as (1 / price) stored;
alter table item add column twice numeric generated always as (2 * price) stored;
