package dev.plumbline.verification;

import dev.plumbline.catalog.Sink;
import dev.plumbline.schema.Schema;
import dev.plumbline.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that a reading gives, in memory. */
final class Collected implements Sink {

    private final Map<String, SchemaObject> objects = new HashMap<>();

    @Override
    public void add(SchemaObject object) {
        if (objects.put(object.path(), object) != null) {
            throw new IllegalArgumentException("two objects have the path " + object.path());
        }
    }

    @Override
    public boolean asksWhatDepends() {
        return true;
    }

    @Override
    public void require(String path, List<String> paths) {
        objects.computeIfPresent(path, (same, object) -> object.requiring(paths));
    }

    Schema schema() {
        return new Schema(objects.values());
    }
}
