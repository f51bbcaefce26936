package io.evenhand.platform;

import java.io.PrintStream;
import java.net.ConnectException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** Options of a command: {@code --name value}, {@code --name=value} or {@code --flag}. */
public final class CommandLine {

    private final SimpleCommandLinePropertySource options;
    private final PrintStream out;

    private CommandLine(SimpleCommandLinePropertySource options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** From here on, what a user can mend ends the command with a sentence and no stack trace. */
    public static CommandLine parse(String... arguments) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> explain(error));
        StringBuilder joined = new StringBuilder();
        Arrays.stream(arguments)
                .forEach(
                        argument ->
                                joined.append(argument.startsWith("--") ? '\n' : '=')
                                        .append(argument));
        String[] pairs = joined.toString().strip().split("\n");
        return new CommandLine(new SimpleCommandLinePropertySource(pairs), System.out);
    }

    private static void explain(Throwable error) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(error);
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof ConnectException) {
                System.err.println("Nothing answers there: start the service, or give its --url.");
                return;
            }
        }
        if (cause instanceof IllegalArgumentException) {
            System.err.println(cause.getMessage());
        } else {
            error.printStackTrace();
        }
    }

    public String required(String name) {
        return Optional.ofNullable(options.getProperty(name))
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    public String or(String name, String otherwise) {
        return Optional.ofNullable(options.getProperty(name)).orElse(otherwise);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(options.getProperty(name)).filter(value -> !value.isEmpty());
    }

    public boolean has(String name) {
        return options.containsProperty(name);
    }

    public void out(String text) {
        out.print(text);
        out.flush();
    }
}
