package dev.plumbline.schema;

import java.util.List;
import java.util.regex.Pattern;

/** Names as SQL writes them. */
public final class Identifiers {

    /** Between identifiers, of which the quoted may have dots in them. */
    private static final Pattern DOT = Pattern.compile("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private Identifiers() {}

    /** The identifiers of a qualified name, with their quotes. */
    public static List<String> parts(String name) {
        return List.of(DOT.split(name));
    }
}
