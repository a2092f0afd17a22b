create access method heap2 type table handler heap_tableam_handler;
alter table shop.audit set access method heap2;
