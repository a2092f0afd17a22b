alter table shop.drafts add id bigint generated always as identity primary key;
