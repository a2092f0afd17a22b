create foreign data wrapper near;
