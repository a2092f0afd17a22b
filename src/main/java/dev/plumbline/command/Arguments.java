package dev.plumbline.command;

import java.util.Arrays;
import java.util.Locale;

/** What was said on the command line. */
record Arguments(Command command, Form form) {

    static final String USAGE = """
            usage: [serve]                          answer over HTTP; the default
                   migrate [--output text|json]     migrate, verify, print, exit
                   verify  [--output text|json]     verify, print, exit

            exit code: 0 fine, 1 a migration failed, 2 wrong usage or configuration, 3 drift,
                       4 the database could not be reached, or not be read, in time
            """;

    private static final String OUTPUT = "--output";

    /** How the result is printed. */
    enum Form {
        TEXT,
        JSON
    }

    /** @throws UsageException if they make no sense */
    static Arguments of(String... words) {
        if (words.length == 0) {
            return new Arguments(Command.SERVE, Form.TEXT);
        }
        Command command =
                Command.named(words[0]).orElseThrow(() -> new UsageException("there is no command " + words[0]));
        String[] rest = Arrays.copyOfRange(words, 1, words.length);
        return new Arguments(command, rest.length == 0 ? Form.TEXT : form(command, String.join("=", rest)));
    }

    private static Form form(Command command, String option) {
        if (command == Command.SERVE || !option.startsWith(OUTPUT)) {
            throw new UsageException(command.word() + " takes no " + option);
        }
        String value = option.substring(OUTPUT.length());
        return Arrays.stream(Form.values())
                .filter(form -> value.equals("=" + form.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UsageException(OUTPUT + " is text or json"));
    }

    /** They make no sense. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
