alter table shop.moons rename to months;
