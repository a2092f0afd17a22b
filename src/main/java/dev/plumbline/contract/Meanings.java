package dev.plumbline.contract;

import dev.plumbline.schema.SchemaObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings for all sessions, or for those of the role that migrates, that change what statements do or whom they bind, and so are
 * drift where no migration has made them. What suits a place (time zone, date style) or its size is the installation's.
 */
final class Meanings {

    private static final Pattern SETTING =
            Pattern.compile("database setting (?:all|\\$owner)(?: in every database)?: (.*)");

    private static final Set<String> NAMES = Set.of(
            "array_nulls",
            "backslash_quote",
            "default_transaction_deferrable",
            "default_transaction_isolation",
            "default_transaction_read_only",
            "event_triggers",
            "lo_compat_privileges",
            "local_preload_libraries",
            "\"plpgsql.variable_conflict\"",
            "role",
            "row_security",
            "session_preload_libraries",
            "session_replication_role",
            "transform_null_equals",
            "xmloption");

    private static final String SEARCH_PATH = "search_path";

    /** Which every session has in its path, or has on Supabase. */
    private static final Set<String> USUAL = Set.of("\"$user\"", "\"\\$user\"", "public", "extensions");

    private Meanings() {}

    /**
     * @param schemas the paths of those in which what is called without a schema may well be looked for
     */
    static boolean areChangedBy(SchemaObject object, Collection<String> schemas) {
        Matcher setting = SETTING.matcher(object.path());
        return setting.matches()
                && (NAMES.contains(setting.group(1))
                        || setting.group(1).equals(SEARCH_PATH)
                                && object.fact("value").stream()
                                        .flatMap(value -> Arrays.stream(value.split(", *")))
                                        .anyMatch(
                                                name -> !USUAL.contains(name) && !schemas.contains("schema " + name)));
    }
}
