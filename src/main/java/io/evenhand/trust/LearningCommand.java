package io.evenhand.trust;

import io.evenhand.platform.CommandLine;
import io.evenhand.semantic.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code bin/eval-learning}: how much nearer the in-process grader comes to people when it learns
 * from some of their reviews.
 */
public final class LearningCommand {

    private final CommandLine options;

    private LearningCommand(CommandLine options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws IOException {
        new LearningCommand(CommandLine.parse(arguments)).run();
    }

    private void run() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal()) {
            for (Path file : files(Path.of(options.required("data")))) {
                LearningTrial trial =
                        LearningTrial.of(rehearsal, GoldFile.read(file, Integer.MAX_VALUE));
                options.out(LearningReport.of(String.valueOf(file.getFileName()), trial));
            }
        }
    }

    private List<Path> files(Path folder) throws IOException {
        if (options.has("file")) {
            return Stream.of(options.required("file").split(",")).map(folder::resolve).toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }
}
