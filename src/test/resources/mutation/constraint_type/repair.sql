alter table shop.kept drop constraint body_there;
alter table shop.kept add constraint body_there unique (body);
