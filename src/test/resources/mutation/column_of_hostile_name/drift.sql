alter table "say ""hi""; drop schema shop; --"."😀 table.with.dots" alter column "new
line" set not null;
