package dev.plumbline.verification;

import dev.plumbline.diff.Root;
import dev.plumbline.schema.Glob;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Differences that nobody wants to hear of, by globs on their paths. */
final class Ignored {

    private final SortedMap<String, Glob> globs = new TreeMap<>();

    Ignored(List<String> globs) {
        globs.stream().map(String::strip).forEach(glob -> this.globs.put(glob, new Glob(glob)));
    }

    /**
     * Takes those away that a glob fits, with their parts. What else follows from them is not told, and so not known, to be ignored:
     * it stays, as if it followed from nothing, unless a glob fits it as well.
     *
     * @return how many each glob has taken; those that took none are in it as well
     */
    SortedMap<String, Long> takenFrom(List<Root> roots) {
        List<Root> left = roots.stream()
                .filter(root -> fits(root.difference().path()))
                .flatMap(root -> root.others().stream())
                .map(other -> new Root(other, List.of(), List.of(), Optional.empty()))
                .toList();
        roots.addAll(left);
        var taken = new TreeMap<String, Long>();
        globs.forEach((text, glob) -> {
            long before = roots.size();
            roots.removeIf(root -> glob.fits(root.difference().path()));
            taken.put(text, before - roots.size());
        });
        return taken;
    }

    private boolean fits(String path) {
        return globs.values().stream().anyMatch(glob -> glob.fits(path));
    }
}
