copy a (id) from stdin;
1
\.
