package dev.plumbline.verification;

import dev.plumbline.diff.Difference;
import dev.plumbline.schema.Glob;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Differences that nobody wants to hear of, by globs on their paths. */
final class Ignored {

    private final SortedMap<String, Glob> globs = new TreeMap<>();

    Ignored(List<String> globs) {
        globs.stream().map(String::strip).forEach(glob -> this.globs.put(glob, new Glob(glob)));
    }

    /**
     * Takes those away that a glob fits, with all that follows from them.
     *
     * @return how many each glob has taken; those that took none are in it as well
     */
    SortedMap<String, Long> takenFrom(SortedMap<Difference, List<Difference>> roots) {
        var taken = new TreeMap<String, Long>();
        globs.forEach((text, glob) -> {
            long before = roots.size();
            roots.keySet().removeIf(root -> glob.fits(root.path()));
            taken.put(text, before - roots.size());
        });
        return taken;
    }
}
