create policy "on; off" on "say ""hi""; drop schema shop; --"."😀 table.with.dots" to "mutation ""Ω"" role" using (true);
