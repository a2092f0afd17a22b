alter table shop.audit owner to mutation_owner;
