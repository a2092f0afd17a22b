package dev.plumbline.publication;

import java.util.List;

/** All who tell a sink, in the order of their names. */
public record Publishers(List<Publisher> all) {

    public List<String> names() {
        return all.stream().map(Publisher::name).toList();
    }
}
