alter role mutation_owner superuser;
alter event trigger mutation_watch owner to mutation_owner;
alter role mutation_owner nosuperuser;
