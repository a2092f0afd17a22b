create view "say ""hi""; drop schema shop; --"."{view, null}" as
  select t."select" as "as", u."select" as "from"
    from "say ""hi""; drop schema shop; --"."😀 table.with.dots" t join "say ""hi""; drop schema shop; --"."😀 table.with.dots" u on true;
