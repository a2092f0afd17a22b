drop view plumbline.spy;
drop schema plumbline;
