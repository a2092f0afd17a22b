package dev.plumbline.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A schema of any size, of the sort that an application on Supabase has. The same number of tables is the same schema. */
final class BigSchema {

    private static final int EVERY_TENTH = 10;

    private BigSchema() {}

    /** Statements that make the tables with these numbers in the schema public. */
    static String tables(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(BigSchema::table)
                .flatMap(statements -> statements)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> table(int number) {
        String name = "public.\"item %05d\"".formatted(number);
        String text = """
                create table %1$s (
                  id uuid primary key default gen_random_uuid(),
                  owner_id uuid not null,
                  parent_id uuid references %1$s (id) on delete cascade,
                  title text not null default 'untitled' check (length(title) between 1 and %2$d),
                  state text not null default 'new' check (state in ('new', 'open', 'closed')),
                  price numeric(12, 2) not null default 0 check (price >= 0),
                  labels text[] not null default '{}',
                  payload jsonb not null default '{}',
                  remark text,
                  created_at timestamptz not null default now());
                create index on %1$s (owner_id, created_at desc);
                create index on %1$s using gin (payload);
                create index on %1$s (title) where state = 'open';
                alter table %1$s enable row level security;
                create policy reads on %1$s for select to authenticated using (owner_id = (select auth.uid()));
                create policy writes on %1$s for insert to authenticated
                  with check (owner_id = (select auth.uid()) and state <> 'closed');
                create policy serves on %1$s to service_role using (true) with check (true);
                create trigger touches before update on %1$s for each row execute function public.touch();
                revoke all on %1$s from anon, authenticated;
                grant select, insert on %1$s to authenticated;
                comment on table %1$s is 'Items of sort %2$d';
                comment on column %1$s.state is 'How far it has come';
                """.formatted(name, 100 + number);
        return number % EVERY_TENTH == 0 ? Stream.of(text, besides(number, name)) : Stream.of(text);
    }

    private static String besides(int number, String table) {
        return """
                create type public."kind %1$05d" as enum ('plain', 'special');
                create view public."open %1$05d" with (security_invoker = true) as
                  select i.id, i.title from %2$s i join %2$s p on p.id = i.parent_id where i.state = 'open';
                create function public."count %1$05d"() returns bigint language sql stable security definer
                  set search_path = '' as 'select count(*) from %3$s';
                """.formatted(number, table, table.replace("'", "''"));
    }

    /** What all tables use. */
    static String foundation() {
        return """
                create function public.touch() returns trigger language plpgsql set search_path = ''
                  as 'begin new.created_at = old.created_at; return new; end';
                """;
    }
}
