-- Two differences: what is there under another name is missing and unexpected, each with all its facts.
alter table shop.lodgers rename to guests;
comment on table shop.guests is 'Who lodges';
alter table shop.guests enable row level security;
