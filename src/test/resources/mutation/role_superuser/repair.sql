alter role mutation_spare nosuperuser;
