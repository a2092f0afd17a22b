drop publication empty;
create publication empty for all tables;
