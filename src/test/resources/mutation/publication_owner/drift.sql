alter role mutation_owner superuser;
alter publication whole owner to mutation_owner;
alter role mutation_owner nosuperuser;
