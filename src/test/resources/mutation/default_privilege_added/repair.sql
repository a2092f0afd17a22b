alter default privileges in schema spare revoke insert on tables from public;
