package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.plumbline.connection.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of level ERROR and WARN of Supabase's database linter that are about the schema public, said in our words:
 * each file linter/(rule).sql lists offenders, and linter/(rule).offence.sql makes one. Left out are those about storage
 * buckets, message queues and settings outside the schema.
 */
class LinterTest {

    @TestFactory
    Stream<DynamicNode> everyRuleIsKeptAndWouldNoticeIfNot() {
        return Migrated.onEachMajor(migrated ->
                rules().stream().flatMap(rule -> Stream.of(kept(migrated, rule), noticed(migrated, rule))));
    }

    private static List<String> rules() {
        try (var files = Files.list(Path.of("src", "test", "resources", "linter"))) {
            return files.map(file -> file.getFileName().toString().split("\\.")[0])
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest kept(Migrated migrated, String rule) {
        return migrated.test(
                rule, statement -> assertEquals(List.of(), Migrated.rows(statement, Sql.resource(file(rule, "")))));
    }

    private static DynamicTest noticed(Migrated migrated, String rule) {
        return migrated.test(rule + " notices an offence", statement -> {
            statement.execute(Sql.resource(file(rule, ".offence")));
            assertNotEquals(List.of(), Migrated.rows(statement, Sql.resource(file(rule, ""))));
        });
    }

    private static String file(String rule, String suffix) {
        return "linter/" + rule + suffix + ".sql";
    }
}
