alter table shop.moons rename to months;
revoke select on shop.months from public;
