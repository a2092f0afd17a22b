alter table shop.audit set tablespace pg_default;
