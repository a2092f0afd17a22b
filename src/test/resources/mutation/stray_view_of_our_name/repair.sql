drop view plumbline.tick;
drop schema plumbline;
