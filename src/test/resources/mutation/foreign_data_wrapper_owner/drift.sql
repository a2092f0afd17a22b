alter role mutation_owner superuser;
alter foreign data wrapper far owner to mutation_owner;
alter role mutation_owner nosuperuser;
