do $$ begin raise notice 'making a table'; end $$;
create table unqualified (id int primary key);
