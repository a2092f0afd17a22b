package dev.plumbline.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL kept in resource files. */
public final class Sql {

    private Sql() {}

    /**
     * The text of a resource such as {@code catalog/table.sql}.
     *
     * @throws IllegalStateException if there is no such resource: the package is broken
     */
    public static String resource(String name) {
        try (InputStream in = Sql.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
