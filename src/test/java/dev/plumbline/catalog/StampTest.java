package dev.plumbline.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import dev.plumbline.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stamp that leaves out a catalog misses its changes: each that PostgreSQL has is in it, or here with the reason. */
class StampTest {

    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("pg_amop", "no definition prints what an operator family has in it"),
            Map.entry("pg_amproc", "likewise"),
            Map.entry("pg_authid", "only superusers may read it; pg_roles shows all of it but passwords"),
            Map.entry(
                    "pg_depend",
                    "members of extensions and owners of sequences are looked up, the rest is not compared"),
            Map.entry("pg_init_privs", "what an extension granted at first is not compared"),
            Map.entry("pg_largeobject", "data"),
            Map.entry("pg_largeobject_metadata", "data"),
            Map.entry("pg_replication_origin", "belongs to the server, not to a schema"),
            Map.entry("pg_seclabel", "security labels are not compared"),
            Map.entry("pg_shdepend", "repeats what owners and privileges say"),
            Map.entry("pg_shseclabel", "security labels are not compared"),
            Map.entry("pg_statistic", "what ANALYZE found is no definition"),
            Map.entry("pg_statistic_ext_data", "what ANALYZE found is no definition"),
            Map.entry("pg_subscription_rel", "what a subscription copies is neither compared nor counted"),
            Map.entry("pg_ts_config_map", "text search configurations are not compared"),
            Map.entry("pg_user_mapping", "only superusers may read it; pg_user_mappings shows what is compared"));

    @TestFactory
    Stream<DynamicTest> everyCatalogIsInTheStampOrLeftOutWithAReason() {
        return TestServer.ofEachMajor()
                .map(server -> DynamicTest.dynamicTest("PostgreSQL " + server.major(), () -> {
                    String stamp = Sql.resource("catalog/stamp.sql");
                    try (var database = server.emptyDatabase()) {
                        List<String> forgotten = database
                                .rows(
                                        "select relname from pg_class"
                                                + " where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r' order by relname")
                                .stream()
                                .filter(catalog -> !stamp.contains("from " + catalog + " "))
                                .filter(catalog -> !LEFT_OUT.containsKey(catalog))
                                .toList();
                        assertEquals(List.of(), forgotten);
                    }
                }));
    }

    /** Services do so all the time, and whoever waits for a stamp that stays would wait for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate one",
                "truncate one restart identity",
                "refresh materialized view two",
                "vacuum full one",
                "reindex table one",
                "cluster one using one_pkey",
                "analyze one",
                "create temp table passing (id integer)"
            })
    void whatWritesFilesAnewLeavesItAsItWas(String statement) {
        try (var database = TestServer.ofDefaultMajor().emptyDatabase()) {
            database.execute(
                    "create table one (id integer primary key, word text); insert into one values (1, 'one');"
                            + "create materialized view two as select * from one; alter table one cluster on one_pkey; analyze one");
            List<String> before = database.rows(Sql.resource("catalog/stamp.sql"));
            database.execute(statement);
            assertEquals(before, database.rows(Sql.resource("catalog/stamp.sql")));
        }
    }
}
