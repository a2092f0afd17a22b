drop view information_schema.everybody;
