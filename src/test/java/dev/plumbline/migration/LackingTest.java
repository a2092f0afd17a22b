package dev.plumbline.migration;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which privilege is said to be missing, for what the server says when it is. */
class LackingTest {

    private TestDatabase database;

    @BeforeEach
    void create() {
        database = TestServer.ofDefaultMajor().emptyDatabase();
        database.execute(
                "create role lacks_all; create schema theirs; create schema own authorization lacks_all; create table public.one (id serial primary key);"
                        + "create function public.f() returns integer language sql return 1;"
                        + "revoke all on function public.f() from public; grant usage on schema public to lacks_all");
    }

    @AfterEach
    void drop() {
        database.close();
        TestServer.ofDefaultMajor().database().execute("drop role lacks_all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table theirs.two ()                                | CREATE (or USAGE, to use what is there) on schema theirs",
                "create schema ours                                        | CREATE on database",
                "insert into public.one values (1)                         | INSERT on table one",
                "SELECT * from public.one                                  | SELECT on table one",
                "select nextval('public.one_id_seq')                       | USAGE on sequence one_id_seq",
                "select public.f()                                         | EXECUTE on function f",
                "create table own.t (id integer references public.one)      | REFERENCES on table one",
                "alter table public.one add column a integer               | Only who owns the table one may do that"
            })
    void itIsNamedWithTheObject(String statement, String remedy) {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> database.execute("set role lacks_all; " + statement));
        String message = refused.getMessage().lines().findFirst().orElseThrow().replaceFirst(" in: set role.*", "");
        assertTrue(
                Lacking.remedy(message, statement).orElse("nothing").contains(remedy),
                () -> message + ": " + Lacking.remedy(message, statement));
    }
}
