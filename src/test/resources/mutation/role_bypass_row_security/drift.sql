alter role mutation_spare bypassrls;
