-- Two differences: a default is news where another label is.
alter type shop.room add value 'huge';
alter table shop.lodgers alter room set default 'large';
