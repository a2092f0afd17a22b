alter table shop.happenings rename to events;
