drop foreign data wrapper nowhere;
