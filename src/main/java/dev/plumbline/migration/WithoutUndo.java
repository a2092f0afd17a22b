package dev.plumbline.migration;

import java.util.Collection;
import java.util.regex.Pattern;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The scripts of a project but for those that undo others. The Flyway that we have runs none, and calls their names wrong where it
 * checks names; and it must check them, for a script whose name is mistaken would be left out without a word.
 */
public record WithoutUndo(ResourceProvider all) implements ResourceProvider {

    private static final Pattern UNDO = Pattern.compile("U[0-9][^/]*__[^/]*\\.sql(\\.conf)?");

    @Override
    public LoadableResource getResource(String name) {
        return all.getResource(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return all.getResources(prefix, suffixes).stream()
                .filter(resource -> !UNDO.matcher(resource.getFilename()).matches())
                .toList();
    }
}
