package dev.plumbline.benchmark;

import org.flywaydb.core.Flyway;

/** What {@code migrate} is measured against: Flyway and the same scripts, and nothing else. */
final class FlywayAlone {

    private FlywayAlone() {}

    /**
     * @param words the database's address for JDBC, its user, and the scripts' folder
     */
    public static void main(String... words) {
        Flyway.configure()
                .dataSource(words[0], words[1], null)
                .locations("filesystem:" + words[2])
                .defaultSchema("plumbline")
                .load()
                .migrate();
    }
}
