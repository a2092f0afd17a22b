package dev.plumbline.plan;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.internal.util.AbbreviationUtils;

/** A row of Flyway's history, as SQL. */
record Row(
        int rank,
        Optional<String> version,
        String description,
        String type,
        String script,
        Optional<Integer> checksum) {

    static Row of(int rank, String description, String type, String script) {
        return new Row(rank, Optional.empty(), description, type, script, Optional.empty());
    }

    static Row of(int rank, MigrationInfo migration) {
        return new Row(
                rank,
                Optional.ofNullable(migration.getVersion()).map(Object::toString),
                AbbreviationUtils.abbreviateDescription(migration.getDescription()),
                migration.getType().name(),
                AbbreviationUtils.abbreviateScript(migration.getScript()),
                Optional.ofNullable(migration.getChecksum()));
    }

    /**
     * @param insert Flyway's statement, which ends with a question mark for each value, in brackets
     */
    String sql(String insert) {
        return sql(insert, "0");
    }

    /**
     * @param took an expression for the milliseconds that the script has taken
     */
    String sql(String insert, String took) {
        return Stream.of(
                        Integer.toString(rank),
                        version.map(Row::literal).orElse("null"),
                        literal(description),
                        literal(type),
                        literal(script),
                        checksum.map(String::valueOf).orElse("null"),
                        "current_user",
                        took,
                        "true")
                .collect(Collectors.joining(", ", insert.substring(0, insert.lastIndexOf('(') + 1), ")"));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
