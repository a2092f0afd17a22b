alter materialized view shop.daily set access method heap;
drop access method heap2;
