drop table shop.events_2025;
