drop foreign data wrapper near;
