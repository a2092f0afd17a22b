alter table shop.audit set tablespace mutation_space;
