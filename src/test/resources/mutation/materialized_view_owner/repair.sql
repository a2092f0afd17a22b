alter materialized view shop.daily owner to postgres;
