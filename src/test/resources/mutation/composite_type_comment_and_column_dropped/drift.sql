-- Two differences: a comment that has the name of a column in it takes no column away.
comment on type shop.address is 'The home of somebody';
alter table shop.customers drop column home;
