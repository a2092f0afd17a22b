drop table plumbline.run;
drop schema plumbline;
