alter table shop.audit set access method heap;
drop access method heap2;
