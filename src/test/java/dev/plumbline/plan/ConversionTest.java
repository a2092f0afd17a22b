package dev.plumbline.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new type would refuse, as it is found out where the server cannot be asked. */
class ConversionTest {

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void fill() throws SQLException {
        database = TestServer.ofDefaultMajor().emptyDatabase();
        database.execute("create type public.state as enum ('on', 'off');"
                + "create domain public.percent as integer check (value between 0 and 100);"
                + "create table public.\"some $$ \"\"values\"\"\" (id integer primary key, \"v v\" text);"
                + "insert into public.\"some $$ \"\"values\"\"\" select * from unnest(array[1,2,3,4,5,6,7,8,9,10],"
                + " array['1', 'on', '500', null, '2026-02-30', '2026-02-28', '[1]', '12345678901', 'abc', ''])");
        connection = database.connect();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    private Refused refused(String type) throws SQLException {
        return Conversion.of(connection, "public.\"some $$ \"\"values\"\"\"", "\"v v\"", type, "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integer",
                "bigint",
                "numeric(3,1)",
                "date",
                "boolean",
                "jsonb",
                "uuid",
                "public.state",
                "character varying(2)"
            })
    void isWhatTheServerSaysWhereItCanBeAsked(String type) throws SQLException {
        String which = " from public.\"some $$ \"\"values\"\"\" where not pg_input_is_valid(\"v v\", '" + type + "')";
        assertEquals(
                new Refused(
                        Long.parseLong(database.rows("select count(*)" + which).get(0)),
                        database.rows("select min(id)" + which).get(0)),
                refused(type));
    }

    @Test
    void isWhatADomainRefusesToo() throws SQLException {
        database.execute("delete from public.\"some $$ \"\"values\"\"\" where id not in (1, 3)");
        assertEquals(new Refused(1, "3"), refused("public.percent"));
    }

    @Test
    void isNothingWhereAllFit() throws SQLException {
        assertEquals(new Refused(0, ""), refused("character varying(20)"));
    }
}
