create schema plumbline;
create table plumbline.run ();
create trigger spy after insert on plumbline.run execute function shop.touch();
