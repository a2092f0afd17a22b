package dev.plumbline.agentflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.connection.Sql;
import java.util.Arrays;
import java.util.List;

/** A row of a table that is a test resource: a line, its cells parted by bars. Lines that begin with # are for the reader. */
record Row(List<String> cells) {

    static List<Row> of(String resource, int width) {
        return Sql.resource(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> split(line, width))
                .toList();
    }

    private static Row split(String line, int width) {
        List<String> cells =
                Arrays.stream(line.split(" \\| ", width)).map(String::strip).toList();
        assertEquals(width, cells.size(), "cells in: " + line);
        return new Row(cells);
    }

    String cell(int position) {
        return cells.get(position);
    }

    String name() {
        return String.join(" | ", cells);
    }
}
