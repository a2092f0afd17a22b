-- Two differences: a column of a composite type keeps its type when that gets an attribute.
alter type shop.address add attribute country text cascade;
alter table shop.customers alter column home type text using null;
