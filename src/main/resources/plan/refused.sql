-- Counts the values of a column (3) of a table (5) that another type (2) refuses, and keeps the key (4) of the first. A tag (1)
-- that is nowhere in them keeps their names from ending it.
do %1$s
declare
    one     record;
    fitting %2$s;
    refused bigint := 0;
    example text;
begin
    for one in select %3$s::text as value, (%4$s)::text as key from %5$s loop
        begin
            fitting := one.value;
        exception when data_exception or integrity_constraint_violation then
            refused := refused + 1;
            example := coalesce(example, one.key);
        end;
    end loop;
    perform set_config('plumbline.refused', refused::text, true), set_config('plumbline.example', example, true);
end
%1$s
