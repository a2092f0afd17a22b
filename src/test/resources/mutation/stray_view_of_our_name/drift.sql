create schema plumbline;
create view plumbline.tick as select 1 as one;
