drop event trigger spy;
drop function plumbline.spy();
drop schema plumbline;
