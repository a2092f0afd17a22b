create view information_schema.everybody as select 1 as one;
