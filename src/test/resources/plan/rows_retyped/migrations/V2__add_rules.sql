alter table street alter number type integer using number::integer, alter length type integer, alter width type integer;
create unique index town_code_idx on town (code desc nulls last);
alter table town add constraint town_code_key unique (code);
alter table street add constraint street_town_fkey foreign key (town) references town (code);
