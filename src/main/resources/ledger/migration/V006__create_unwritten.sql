-- Its value is the newest transaction whose change of the schema could not be written into plumbline.ddl, also if that was undone.
create sequence plumbline.unwritten owned by plumbline.ddl.number;
