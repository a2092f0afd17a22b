create publication other for all tables;
