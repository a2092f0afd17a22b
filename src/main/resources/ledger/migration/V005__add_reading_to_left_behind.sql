-- By which queries the schema was read: others see more, or less.
alter table plumbline.left_behind add column reading text;
