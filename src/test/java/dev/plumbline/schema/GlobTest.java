package dev.plumbline.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GlobTest {

    @Property
    void itFitsWhatTheExpressionOfTheSameMeaningFits(
            @ForAll @Chars({'a', 'b', '*', '?', '.'}) @StringLength(max = 7) String glob,
            @ForAll @Chars({'a', 'b', '.', '\n'}) @StringLength(max = 7) String part,
            @ForAll boolean far) {
        String name = far ? part.replace("b", "\uD83D\uDE00") : part;
        String expression = glob.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        assertEquals(
                Pattern.compile(expression, Pattern.DOTALL).matcher(name).matches(),
                new Glob(glob).fits(name),
                () -> glob + " and " + name);
    }

    /** An expression would go on for longer than anybody lives. */
    @Test
    void itIsDoneWhateverItIsMadeOf() {
        var glob = new Glob("*?".repeat(100) + "!");
        assertFalse(assertTimeoutPreemptively(Duration.ofMinutes(1), () -> glob.fits("n".repeat(5_000))));
    }
}
