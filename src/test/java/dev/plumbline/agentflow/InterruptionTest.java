package dev.plumbline.agentflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.migration.Run;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run that ends too early, and what the next one finds. */
class InterruptionTest {

    private static final String BEFORE = """
            create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null);
            grant all on public.leads to public, anon;
            grant select (name) on public.leads to stranger;
            create function public.extra_no_views() returns event_trigger language plpgsql as $$
            begin
              if exists (select from pg_event_trigger_ddl_commands() where schema_name = 'public') then
                raise exception 'not now';
              end if;
            end $$;
            create event trigger extra_no_views on ddl_command_end when tag in ('CREATE VIEW')
            execute function public.extra_no_views();
            """;

    private static final String OPEN = """
            select r.name || ' ' || c.oid::regclass
            from (values ('anon'), ('authenticated'), ('stranger')) as r (name)
            cross join pg_class as c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and (has_table_privilege(r.name, c.oid, 'select, insert, update, delete, truncate, references, trigger')
                or has_any_column_privilege(r.name, c.oid, 'select, insert, update, references'))
            """;

    @Test
    void whatAnotherRoleWasRefusedIsGivenUpFirst() {
        try (TestDatabase database = Existing.platform(TestServer.ofDefaultMajor())) {
            database.execute("create table public.leads (id uuid primary key, name text, email text not null);"
                    + "insert into public.leads (id, email) values (gen_random_uuid(), 'l@example.org')");
            Existing.migrate(database, Existing.SUPERUSER).failure().orElseThrow();
            database.execute("update public.leads set name = 'Lee'; alter table public.leads owner to migrator;"
                    + "do $$ begin execute format('grant create on database %I to migrator', current_database()); end $$;"
                    + "grant usage, create on schema public to migrator; grant usage on schema auth, extensions to migrator;"
                    + "grant select, references, trigger on auth.users to migrator");
            String remedy = Existing.migrate(database, Existing.MIGRATOR)
                    .failure()
                    .orElseThrow()
                    .remedy()
                    .orElseThrow();
            assertThat(remedy, containsString("drop schema plumbline cascade"));

            database.execute("drop schema plumbline cascade");
            assertEquals(
                    Optional.empty(),
                    Existing.migrate(database, Existing.MIGRATOR).failure());
        }
    }

    @Test
    void betweenTwoScriptsNothingIsOpenAndTheNextRunGoesOn() {
        try (TestDatabase database = Existing.platform(TestServer.ofDefaultMajor())) {
            database.execute(BEFORE);
            Existing.handTo(Existing.MIGRATOR, database);

            Run interrupted = Existing.migrate(database, Existing.MIGRATOR);
            assertEquals(
                    Optional.of("R__04_views.sql"),
                    interrupted.failure().orElseThrow().script());
            assertEquals(List.of(), database.rows(OPEN));

            database.execute("drop event trigger extra_no_views; drop function public.extra_no_views");
            assertEquals(
                    Optional.empty(),
                    Existing.migrate(database, Existing.MIGRATOR).failure());
            ConvergenceTest.arrived(database, path -> false);
        }
    }
}
