package dev.plumbline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;

class ContractIsCurrentTest {

    private static final Path FILE = Path.of("src/main/resources/contract/schema.json");
    private static final String COMMAND = "./mvnw test -Dtest=ContractIsCurrentTest -Dcontract=write";

    @Test
    void theContractIsWhatTheMigrationsBuild() throws IOException {
        String built = ContractFile.write(build());
        if (System.getProperty("contract", "check").equals("write")) {
            Files.writeString(FILE, built);
        }
        assertEquals(
                built,
                Files.readString(FILE),
                () -> FILE + " is not what the migrations build. If they are right, write it again with\n    " + COMMAND
                        + "\nand review what has changed in it.");
    }

    private static Contract build() {
        Contract contract = build(TestServer.ofDefaultMajor());
        for (String major : System.getProperty("contract.majors", "15,16,18").split(",")) {
            contract = contract.alsoOn(Integer.parseInt(major), build(TestServer.of(Integer.parseInt(major))));
        }
        return contract;
    }

    private static Contract build(TestServer server) {
        try (TestDatabase database = server.database()) {
            var before = database.everything();
            var run = database.migrate();
            assertEquals(Optional.empty(), run.failure());
            return Contract.of(migrations(database), before, database.everything());
        }
    }

    private static List<Migration> migrations(TestDatabase database) {
        return Arrays.stream(database.flyway().load().info().all())
                .filter(info -> !info.getType().equals(CoreMigrationType.SCHEMA))
                .map(ContractIsCurrentTest::migration)
                .toList();
    }

    private static Migration migration(MigrationInfo info) {
        return new Migration(
                Optional.ofNullable(info.getVersion()).map(Object::toString),
                info.getDescription(),
                Optional.ofNullable(info.getChecksum()));
    }
}
