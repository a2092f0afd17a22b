-- Three differences: the old name, the new one, and the view.
alter schema tools rename to kit;
drop view shop.graded;
