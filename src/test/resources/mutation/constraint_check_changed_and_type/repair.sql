alter table shop.measured alter a type integer;
alter table shop.measured drop constraint measured_check;
alter table shop.measured add constraint measured_check check ((a > 0 and b > 0) or c > 0);
