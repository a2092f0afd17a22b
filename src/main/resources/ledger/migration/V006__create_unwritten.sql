-- Its value is the newest transaction whose change of the schema could not be written into plumbline.ddl, also if that was undone.
create sequence plumbline.unwritten owned by plumbline.ddl.number;
-- Who has given or taken a name is found by the text alone.
create index ddl_named_idx on plumbline.ddl (number) where command like 'ALTER %' and statement ~* '\m(rename|set\s+schema)\M';
