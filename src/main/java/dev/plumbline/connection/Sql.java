package dev.plumbline.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL and other text kept in resource files. */
public final class Sql {

    private Sql() {}

    /**
     * The text of a resource such as {@code catalog/table.sql}.
     *
     * @throws IllegalStateException if there is no such resource: the package is broken
     */
    public static String resource(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same, to be read and closed by whom it concerns.
     *
     * @throws IllegalStateException if there is no such resource: the package is broken
     */
    public static InputStream stream(String name) {
        InputStream in = Sql.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return in;
    }
}
