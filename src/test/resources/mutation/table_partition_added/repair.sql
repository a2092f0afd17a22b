drop table shop.events_2026;
