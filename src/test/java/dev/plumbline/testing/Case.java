package dev.plumbline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A test case that is a folder of files. */
public record Case(Path folder) {

    /** The cases under a folder of the test resources, by name; with -Dcase=column_.* only those whose name is so. */
    public static List<Case> in(String name) {
        try (var folders = Files.list(Path.of("src", "test", "resources", name))) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Case::new)
                    .filter(folder -> folder.name().matches(System.getProperty("case", ".*")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With -Dcorpora=brief the longest corpora leave out what says almost the same twice. */
    public static boolean brief() {
        return System.getProperty("corpora", "whole").equals("brief");
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    /** Whether PostgreSQL can do what the case does: a file since.txt names the first major that can. */
    public boolean isFor(int major) {
        return !has("since.txt") || Integer.parseInt(read("since.txt").strip()) <= major;
    }

    public String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's text; with -Dgolden=write the file is given this text first, to be reviewed and committed. */
    public String golden(String file, String actual) {
        if (System.getProperty("golden", "check").equals("write")) {
            try {
                Files.writeString(folder.resolve(file), actual);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(file);
    }
}
