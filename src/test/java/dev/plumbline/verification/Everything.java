package dev.plumbline.verification;

import dev.plumbline.contract.Contract;
import dev.plumbline.schema.Schema;
import dev.plumbline.testing.Dump;
import dev.plumbline.testing.TestDatabase;
import dev.plumbline.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A database with at least one object of every kind, to be copied, and the contract that it would be the result of. */
record Everything(TestServer server, TestDatabase original, Contract contract) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "mutation");

    /** Roles belong to the server, and are not made twice. */
    private static final Map<Integer, Everything> OF_MAJORS = new ConcurrentHashMap<>();

    static Everything on(TestServer server) {
        return OF_MAJORS.computeIfAbsent(server.major(), major -> make(server));
    }

    private static Everything make(TestServer server) {
        TestDatabase database = server.database();
        Schema before = database.everything();
        database.execute("alter role current_user set allow_in_place_tablespaces = on");
        database.execute("create tablespace mutation_space location ''");
        database.execute("alter role current_user reset allow_in_place_tablespaces");
        database.execute(read("server.sql"));
        database.execute(read("database.sql"));
        database.execute(read("schema.sql"));
        var contract = Contract.of(List.of(), before, database.everything());
        database.disconnect();
        return new Everything(server, database, contract);
    }

    /** A database of its own for one case. */
    TestDatabase copy() {
        TestDatabase copy = server.copy(original);
        copy.execute(read("database.sql"));
        return copy;
    }

    /** The same in another database, made by another role. */
    void makeAs(String role, TestDatabase database) {
        database.executeAs(role, read("database.sql"));
        database.executeAs(role, read("schema.sql"));
    }

    /** The same in an empty database, from what pg_dump has written. */
    TestDatabase restored(String dump) {
        TestDatabase database = server.emptyDatabase();
        database.execute(dump);
        database.execute(read("database.sql"));
        return database;
    }

    /** pg_dump, if it can read this server. */
    Optional<SecondObserver> observer(String corpus) {
        if (!Dump.reads(server)) {
            return Optional.empty();
        }
        try (TestDatabase copy = copy()) {
            return Optional.of(new SecondObserver(corpus, Dump.schema(copy)));
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
