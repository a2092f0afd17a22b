create publication empty;
