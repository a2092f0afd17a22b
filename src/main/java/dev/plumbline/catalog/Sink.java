package dev.plumbline.catalog;

import dev.plumbline.schema.SchemaObject;
import java.util.List;

/** Takes what is read, as it comes. All of it is void if the read fails. */
@FunctionalInterface
public interface Sink {

    /** One object after the other, in no order. */
    void add(SchemaObject object);

    /** Asked after the last object: whether to read what depends on what, which only matters where something differs. */
    default boolean asksWhatDepends() {
        return false;
    }

    /**
     * What an object cannot exist without, besides what it was added with.
     *
     * @param path of an object that may never have been added
     */
    default void require(String path, List<String> paths) {}
}
