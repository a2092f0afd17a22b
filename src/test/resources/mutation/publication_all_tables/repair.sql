drop publication empty;
create publication empty;
