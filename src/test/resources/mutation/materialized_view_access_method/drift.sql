create access method heap2 type table handler heap_tableam_handler;
alter materialized view shop.daily set access method heap2;
