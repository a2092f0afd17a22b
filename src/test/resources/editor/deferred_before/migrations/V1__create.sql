create table parent (id integer primary key);
create table child (parent integer references parent deferrable initially deferred);
