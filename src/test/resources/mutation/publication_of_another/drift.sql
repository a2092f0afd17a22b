alter role mutation_spare superuser;
set role mutation_spare;
create publication leak for table shop.orders;
reset role;
alter role mutation_spare nosuperuser;
