create or replace view ${shop}.names as select name from ${shop}.item;
