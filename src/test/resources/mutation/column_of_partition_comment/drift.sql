comment on column shop.events_2025.what is 'Then';
