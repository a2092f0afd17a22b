create table shop.events_2026 partition of shop.events for values from ('2026-01-01') to ('2027-01-01');
