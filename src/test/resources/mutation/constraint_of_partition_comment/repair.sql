comment on constraint events_weight_check on shop.events_2025 is null;
