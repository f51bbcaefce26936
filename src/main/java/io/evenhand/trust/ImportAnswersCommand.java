package io.evenhand.trust;

import io.evenhand.platform.CommandLine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bin/import-answers}: takes files of human-graded answers into the bank of a running
 * service, has the answers graded, and prints how far the grades agree with people.
 */
public final class ImportAnswersCommand {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CommandLine options;

    private ImportAnswersCommand(CommandLine options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        new ImportAnswersCommand(CommandLine.parse(arguments)).run();
    }

    private void run() throws IOException, InterruptedException {
        int limit = Integer.parseInt(options.or("limit", Integer.toString(Integer.MAX_VALUE)));
        URI service = URI.create(options.or("url", "http://127.0.0.1:8080"));
        Optional<String> key = Optional.ofNullable(System.getenv("EVENHAND_API_KEY"));
        try (BatchClient client = new BatchClient(service, key)) {
            AnswerImport load = new AnswerImport(client, PAUSE, options::out);
            for (Path file : files(Path.of(options.required("data")))) {
                AnswerSet set = AnswerSet.of(file, limit);
                load.questions(set);
                if (!options.has("questions-only")) {
                    load.answers(set);
                }
            }
        }
    }

    private List<Path> files(Path folder) throws IOException {
        Optional<String> named = options.value("file");
        if (named.isPresent()) {
            return Arrays.stream(named.get().split(",")).map(folder::resolve).toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }
}
