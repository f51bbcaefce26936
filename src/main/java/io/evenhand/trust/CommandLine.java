package io.evenhand.trust;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** Options of a command: {@code --name value}, {@code --name=value} or {@code --flag}. */
final class CommandLine {

    private final SimpleCommandLinePropertySource options;
    private final PrintStream out;

    private CommandLine(SimpleCommandLinePropertySource options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    static CommandLine parse(String... arguments) {
        StringBuilder joined = new StringBuilder();
        Arrays.stream(arguments)
                .forEach(
                        argument ->
                                joined.append(argument.startsWith("--") ? '\n' : '=')
                                        .append(argument));
        String[] pairs = joined.toString().strip().split("\n");
        return new CommandLine(new SimpleCommandLinePropertySource(pairs), System.out);
    }

    String required(String name) {
        return Optional.ofNullable(options.getProperty(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    String or(String name, String otherwise) {
        return Optional.ofNullable(options.getProperty(name)).orElse(otherwise);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(options.getProperty(name)).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return options.containsProperty(name);
    }

    void out(String text) {
        out.print(text);
        out.flush();
    }
}
