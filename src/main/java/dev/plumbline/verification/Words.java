package dev.plumbline.verification;

import dev.plumbline.connection.SqlToken;
import dev.plumbline.connection.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the text of a command says of names, as far as one can tell without understanding it. */
final class Words {

    /** A statement is not kept beyond it. */
    static final int CUT = 2000;

    private static final Pattern NUMBERED = Pattern.compile("\\bu&\"", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SOMEBODY = Set.of("current_user", "session_user", "current_role", "user");
    private static final Set<String> AFTER_NAMES = Set.of("with", "granted", "cascade", "restrict", ";");
    private static final Set<String> KINDS = Set.of("column", "constraint", "attribute", "value");

    private final List<String> words;

    private Words(List<String> words) {
        this.words = words;
    }

    /** Of the text of a command; nothing if it is not all there, or has names with characters written as numbers. */
    static Optional<Words> of(Optional<String> text) {
        return text.filter(all -> all.length() < CUT && !NUMBERED.matcher(all).find())
                .map(all -> new Words(SqlToken.of(all).stream()
                        .filter(token -> token.kind() != Kind.SPACE && token.kind() != Kind.COMMENT)
                        .map(token -> plain(token.text()))
                        .toList()));
    }

    /** An identifier as SQL would write it if it could choose. */
    static String plain(String word) {
        return !word.startsWith("\"")
                ? word.toLowerCase(Locale.ROOT)
                : word.matches("\"[a-z_][a-z0-9_$]*\"") ? word.substring(1, word.length() - 1) : word;
    }

    /**
     * Whom one GRANT, REVOKE, ALTER DEFAULT PRIVILEGES or DROP OWNED is about; empty if that is not all that the text says, or it names
     * nobody.
     */
    Optional<Set<String>> roles() {
        int end = words.indexOf(";");
        if (words.isEmpty() || end >= 0 && end < words.size() - 1) {
            return Optional.empty();
        }
        int from = switch (words.get(0)) {
            case "drop" -> words.indexOf("by");
            case "grant", "revoke", "alter" -> words.lastIndexOf(words.contains("revoke") ? "from" : "to");
            default -> -1;
        };
        if (from < 0) {
            return Optional.empty();
        }
        var roles = new HashSet<String>();
        for (String word : words.subList(from + 1, words.size())) {
            if (AFTER_NAMES.contains(word)) {
                break;
            }
            if (SOMEBODY.contains(word)) {
                return Optional.empty();
            }
            if (!word.equals(",") && !word.equals("group")) {
                roles.add(word);
            }
        }
        return Optional.of(roles);
    }

    /**
     * What an object was called before it got its name or its schema.
     *
     * @param identity as PostgreSQL identifies it now
     */
    List<String> formerly(String identity) {
        var names = new ArrayList<String>();
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).equals("rename")) {
                renamed(i, identity).ifPresent(names::add);
            } else if (words.get(i).equals("set") && is(i + 1, "schema")) {
                moved(i, identity).ifPresent(names::add);
            }
        }
        return names;
    }

    private boolean is(int at, String word) {
        return at >= 0 && at < words.size() && words.get(at).equals(word);
    }

    private Optional<String> renamed(int rename, String identity) {
        int to = words.subList(rename, words.size()).indexOf("to") + rename;
        if (to <= rename || to + 1 >= words.size() || !words.get(to + 1).equals(plain(own(identity)))) {
            return Optional.empty();
        }
        List<String> between = words.subList(rename + 1, to);
        List<String> old =
                between.size() > 1 && KINDS.contains(between.get(0)) ? between.subList(1, between.size()) : between;
        return old.size() > 1
                ? Optional.empty()
                : (old.isEmpty() ? before(rename).map(Words::last) : Optional.of(old.get(0)))
                        .map(name -> replace(identity, name));
    }

    private Optional<String> moved(int set, String identity) {
        return before(set)
                .filter(name -> name.size() > 1 && last(name).equals(plain(own(identity))))
                .map(name -> String.join(".", name) + identity.substring(endOfName(identity)));
    }

    /** The name that ends before a word, without arguments, and of a part of a table without the table. */
    private Optional<List<String>> before(int word) {
        int end = word - 1;
        if (is(end, ")")) {
            end = words.subList(0, end).lastIndexOf("(") - 1;
        }
        List<String> name = nameThatEndsAt(end);
        int on = end - 2 * name.size() + 1;
        List<String> part = is(on, "on") ? nameThatEndsAt(on - 1) : name;
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private List<String> nameThatEndsAt(int end) {
        var name = new ArrayList<String>();
        for (int i = end; i >= 0; i -= 2) {
            name.add(0, words.get(i));
            if (!is(i - 1, ".")) {
                break;
            }
        }
        return name;
    }

    private static String last(List<String> name) {
        return name.get(name.size() - 1);
    }

    /** Where the qualified name ends in what PostgreSQL identifies an object with: arguments, or the table that it is on, may follow. */
    private static int endOfName(String identity) {
        boolean quoted = false;
        for (int i = 0; i < identity.length(); i++) {
            char c = identity.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '(' || c == ' ')) {
                return i;
            }
        }
        return identity.length();
    }

    private static int beginOfOwn(String identity) {
        int begin = 0;
        boolean quoted = false;
        for (int i = 0; i < endOfName(identity); i++) {
            char c = identity.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '.') {
                begin = i + 1;
            }
        }
        return begin;
    }

    private static String own(String identity) {
        return identity.substring(beginOfOwn(identity), endOfName(identity));
    }

    private static String replace(String identity, String own) {
        return identity.substring(0, beginOfOwn(identity)) + own + identity.substring(endOfName(identity));
    }
}
