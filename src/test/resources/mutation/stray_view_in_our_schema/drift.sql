create schema plumbline;
create view plumbline.spy as select 1 as one;
