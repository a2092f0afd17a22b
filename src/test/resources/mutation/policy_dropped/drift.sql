drop policy "on; off" on "say ""hi""; drop schema shop; --"."😀 table.with.dots";
